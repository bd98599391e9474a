CREATE TABLE bundle_in (
	sha256 BLOB NOT NULL,
	device TEXT NOT NULL,
	life TEXT NOT NULL,
	number INTEGER NOT NULL,
	taken_at TEXT NOT NULL,
	PRIMARY KEY (sha256)
);
CREATE TABLE candidate (
	device TEXT NOT NULL,
	age TEXT NOT NULL,
	device_name TEXT NOT NULL,
	regions TEXT NOT NULL,
	invitation TEXT NOT NULL,
	code TEXT NOT NULL,
	asked_at TEXT NOT NULL,
	PRIMARY KEY (device)
);
CREATE TABLE credential_paper (
	statement TEXT NOT NULL,
	signature TEXT NOT NULL,
	PRIMARY KEY (statement)
);
CREATE TABLE draft (
	no INTEGER NOT NULL,
	user TEXT NOT NULL,
	kind TEXT NOT NULL,
	record BLOB NOT NULL,
	answers TEXT NOT NULL,
	base TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (no),
	CONSTRAINT uq_draft UNIQUE (user, kind, record)
);
CREATE TABLE invitation (
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	person TEXT NOT NULL,
	regions TEXT NOT NULL,
	role TEXT NOT NULL,
	expires_at TEXT NOT NULL,
	used_by TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE joined (
	invitation TEXT NOT NULL,
	supervisor TEXT NOT NULL,
	body TEXT NOT NULL,
	confirmed INTEGER NOT NULL,
	PRIMARY KEY (invitation)
);
CREATE TABLE loaded_row (
	kind TEXT NOT NULL,
	ref TEXT NOT NULL,
	record BLOB NOT NULL,
	cells TEXT NOT NULL,
	PRIMARY KEY (kind, ref)
);
CREATE TABLE peer (
	no INTEGER NOT NULL,
	device TEXT NOT NULL,
	age TEXT NOT NULL,
	name TEXT NOT NULL,
	device_name TEXT DEFAULT '' NOT NULL,
	is_upstream INTEGER NOT NULL,
	last_number INTEGER DEFAULT 0 NOT NULL,
	last_bundle_at TEXT,
	have_sent TEXT,
	PRIMARY KEY (no),
	UNIQUE (device)
);
CREATE TABLE region (
	no INTEGER NOT NULL,
	code TEXT NOT NULL,
	PRIMARY KEY (no),
	UNIQUE (code)
);
CREATE TABLE setting (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
);
CREATE TABLE waiting_range (
	tip BLOB NOT NULL,
	device TEXT NOT NULL,
	region TEXT NOT NULL,
	header TEXT NOT NULL,
	lines BLOB NOT NULL,
	PRIMARY KEY (tip)
);
CREATE TABLE answer (
	peer_no INTEGER NOT NULL,
	life TEXT NOT NULL,
	number INTEGER NOT NULL,
	seen INTEGER NOT NULL,
	first_mark INTEGER NOT NULL,
	have TEXT NOT NULL,
	PRIMARY KEY (peer_no, life),
	FOREIGN KEY(peer_no) REFERENCES peer (no)
);
CREATE TABLE assignment (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	household_id BLOB,
	cadre_id BLOB,
	from_date TEXT,
	to_date TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_assignment UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_assignment_cadre_id ON assignment (cadre_id);
CREATE INDEX ix_assignment_household_id ON assignment (household_id);
CREATE INDEX ix_assignment_marks ON assignment (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_assignment_merged_into_id ON assignment (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE bundle_out (
	number INTEGER NOT NULL,
	peer_no INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	route TEXT NOT NULL,
	ranges TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(peer_no) REFERENCES peer (no)
);
CREATE TABLE cadre (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	full_name TEXT,
	role TEXT,
	village_code TEXT,
	phone TEXT,
	started_on TEXT,
	ended_on TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_cadre UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_cadre_marks ON cadre (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_cadre_merged_into_id ON cadre (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE child_visit (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	month TEXT,
	visit_date TEXT,
	place TEXT,
	nutrition_class TEXT,
	is_stunted INTEGER,
	mat_result TEXT,
	basic_immunization_received INTEGER,
	immunization_up_to_date INTEGER,
	was_weighed INTEGER,
	weight_g INTEGER,
	was_length_measured INTEGER,
	length_mm INTEGER,
	measure_position TEXT,
	has_oedema INTEGER,
	muac_mm INTEGER,
	head_circumference_mm INTEGER,
	counselling_father INTEGER,
	counselling_mother INTEGER,
	home_visits INTEGER,
	has_safe_water INTEGER,
	has_latrine INTEGER,
	has_birth_certificate INTEGER,
	has_health_insurance INTEGER,
	parenting_attended INTEGER,
	exclusive_breastfeeding INTEGER,
	complementary_feeding INTEGER,
	vitamin_a INTEGER,
	illnesses TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_child_visit UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_child_visit_marks ON child_visit (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_child_visit_merged_into_id ON child_visit (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_child_visit_person_id ON child_visit (person_id);
CREATE TABLE comment (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	about_kind TEXT,
	about_id BLOB,
	about_field TEXT,
	text TEXT,
	reply_to_id BLOB,
	progress TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_comment UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_comment_about_id ON comment (about_id);
CREATE INDEX ix_comment_marks ON comment (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_comment_merged_into_id ON comment (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_comment_reply_to_id ON comment (reply_to_id);
CREATE TABLE convergence_action (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	region_code TEXT,
	year INTEGER,
	action INTEGER,
	progress TEXT,
	done_on TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_convergence_action UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_convergence_action_marks ON convergence_action (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_convergence_action_merged_into_id ON convergence_action (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE credential (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	region_code TEXT,
	statement TEXT,
	signature TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_credential UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_credential_marks ON credential (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_credential_merged_into_id ON credential (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE education_session (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	session_date TEXT,
	topic TEXT,
	method TEXT,
	facilitator TEXT,
	women_count INTEGER,
	men_count INTEGER,
	person_ids TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_education_session UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_education_session_marks ON education_session (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_education_session_merged_into_id ON education_session (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE facility (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	year INTEGER,
	name TEXT,
	kind TEXT,
	svc_anc INTEGER,
	svc_iron INTEGER,
	svc_pnc INTEGER,
	svc_immunization INTEGER,
	svc_weighing INTEGER,
	svc_height INTEGER,
	svc_counselling INTEGER,
	svc_parenting INTEGER,
	svc_paud INTEGER,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_facility UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_facility_marks ON facility (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_facility_merged_into_id ON facility (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE flag_answer (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	about_kind TEXT,
	about_id BLOB,
	rule TEXT,
	answer TEXT,
	reason TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_flag_answer UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_flag_answer_about_id ON flag_answer (about_id);
CREATE INDEX ix_flag_answer_marks ON flag_answer (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_flag_answer_merged_into_id ON flag_answer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE household (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	household_no TEXT,
	posyandu_id BLOB,
	head_name TEXT,
	family_card_no TEXT,
	hamlet TEXT,
	rt TEXT,
	rw TEXT,
	address TEXT,
	phone TEXT,
	is_vulnerable INTEGER,
	residency TEXT,
	latitude_udeg INTEGER,
	longitude_udeg INTEGER,
	moved_from_id BLOB,
	status TEXT,
	status_date TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_household UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_household_marks ON household (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_household_merged_into_id ON household (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_household_moved_from_id ON household (moved_from_id);
CREATE INDEX ix_household_posyandu_id ON household (posyandu_id);
CREATE TABLE immunization (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	vaccine TEXT,
	dose INTEGER,
	given_date TEXT,
	source TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_immunization UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_immunization_marks ON immunization (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_immunization_merged_into_id ON immunization (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_immunization_person_id ON immunization (person_id);
CREATE TABLE obstacle (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	reported_date TEXT,
	category TEXT,
	description TEXT,
	person_id BLOB,
	progress TEXT,
	resolution TEXT,
	resolved_date TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_obstacle UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_obstacle_marks ON obstacle (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_obstacle_merged_into_id ON obstacle (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_obstacle_person_id ON obstacle (person_id);
CREATE TABLE paud_attendance (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	month TEXT,
	attendance TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_paud_attendance UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_paud_attendance_marks ON paud_attendance (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_paud_attendance_merged_into_id ON paud_attendance (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_paud_attendance_person_id ON paud_attendance (person_id);
CREATE TABLE person (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	household_id BLOB,
	full_name TEXT,
	sex TEXT,
	birth_date TEXT,
	birth_date_is_estimated INTEGER,
	nik TEXT,
	nik_kind TEXT,
	kia_number TEXT,
	mother_id BLOB,
	guardian_name TEXT,
	phone TEXT,
	birth_weight_g INTEGER,
	birth_length_mm INTEGER,
	gestation_at_birth_weeks INTEGER,
	birth_order INTEGER,
	moved_from_id BLOB,
	status TEXT,
	status_date TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_person UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_person_household_id ON person (household_id);
CREATE INDEX ix_person_marks ON person (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_person_merged_into_id ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_person_mother_id ON person (mother_id);
CREATE INDEX ix_person_moved_from_id ON person (moved_from_id);
CREATE TABLE posyandu (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	name TEXT,
	hamlet TEXT,
	address TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_posyandu UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_posyandu_marks ON posyandu (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_posyandu_merged_into_id ON posyandu (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE pregnancy (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	kia_number TEXT,
	last_menstrual_date TEXT,
	expected_delivery_date TEXT,
	gravida INTEGER,
	parity INTEGER,
	previous_birth_date TEXT,
	height_mm INTEGER,
	risk_reasons TEXT,
	outcome TEXT,
	delivery_date TEXT,
	ended_on TEXT,
	delivery_place TEXT,
	birth_attendant TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_pregnancy UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_pregnancy_marks ON pregnancy (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_pregnancy_merged_into_id ON pregnancy (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_pregnancy_person_id ON pregnancy (person_id);
CREATE TABLE pregnancy_visit (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	pregnancy_id BLOB,
	month TEXT,
	visit_date TEXT,
	place TEXT,
	is_kek INTEGER,
	is_high_risk INTEGER,
	gestational_age_months INTEGER,
	anc_visits INTEGER,
	iron_tablets INTEGER,
	iron_taken INTEGER,
	pnc_visits INTEGER,
	counselling_sessions INTEGER,
	home_visits INTEGER,
	has_safe_water INTEGER,
	has_latrine INTEGER,
	has_health_insurance INTEGER,
	weight_g INTEGER,
	muac_mm INTEGER,
	hemoglobin_g_l INTEGER,
	systolic_mmhg INTEGER,
	diastolic_mmhg INTEGER,
	danger_signs TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_pregnancy_visit UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_pregnancy_visit_marks ON pregnancy_visit (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_pregnancy_visit_merged_into_id ON pregnancy_visit (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_pregnancy_visit_pregnancy_id ON pregnancy_visit (pregnancy_id);
CREATE TABLE referral (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	referral_date TEXT,
	reason TEXT,
	referred_to TEXT,
	due_date TEXT,
	progress TEXT,
	result TEXT,
	result_date TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_referral UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_referral_marks ON referral (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_referral_merged_into_id ON referral (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_referral_person_id ON referral (person_id);
CREATE TABLE release (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	region_code TEXT,
	device_key TEXT,
	released TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_release UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_release_marks ON release (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_release_merged_into_id ON release (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE revocation (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	region_code TEXT,
	device_key TEXT,
	accepted TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_revocation UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_revocation_marks ON revocation (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_revocation_merged_into_id ON revocation (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE sponsorship (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	person_id BLOB,
	sponsor_name TEXT,
	sponsor_kind TEXT,
	start_date TEXT,
	end_date TEXT,
	support TEXT,
	monthly_amount_rp INTEGER,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_sponsorship UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_sponsorship_marks ON sponsorship (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_sponsorship_merged_into_id ON sponsorship (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_sponsorship_person_id ON sponsorship (person_id);
CREATE TABLE sponsorship_delivery (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	sponsorship_id BLOB,
	delivery_date TEXT,
	support TEXT,
	amount_rp INTEGER,
	description TEXT,
	received_by TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_sponsorship_delivery UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_sponsorship_delivery_marks ON sponsorship_delivery (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_sponsorship_delivery_merged_into_id ON sponsorship_delivery (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_sponsorship_delivery_sponsorship_id ON sponsorship_delivery (sponsorship_id);
CREATE TABLE stream (
	no INTEGER NOT NULL,
	id BLOB NOT NULL,
	region_no INTEGER NOT NULL,
	device TEXT NOT NULL,
	PRIMARY KEY (no),
	UNIQUE (id),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE TABLE training (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	region_code TEXT,
	training_date TEXT,
	title TEXT,
	organiser TEXT,
	convergence_action INTEGER,
	attendees_kpm INTEGER,
	attendees_tpk INTEGER,
	attendees_pkk INTEGER,
	attendees_other INTEGER,
	cadre_ids TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_training UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_training_marks ON training (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_training_merged_into_id ON training (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE village_budget (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	year INTEGER,
	development_total_rp INTEGER,
	development_stunting_rp INTEGER,
	empowerment_total_rp INTEGER,
	empowerment_stunting_rp INTEGER,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_village_budget UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_village_budget_marks ON village_budget (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_village_budget_merged_into_id ON village_budget (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE village_profile (
	no INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	id BLOB NOT NULL,
	marks TEXT,
	village_code TEXT,
	year INTEGER,
	head_name TEXT,
	head_title TEXT,
	kpm_name TEXT,
	sign_place TEXT,
	status TEXT,
	merged_into_id BLOB,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (no),
	CONSTRAINT uq_village_profile UNIQUE (id, region_no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE INDEX ix_village_profile_marks ON village_profile (marks) WHERE marks IS NOT NULL;
CREATE INDEX ix_village_profile_merged_into_id ON village_profile (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE lost_range (
	stream_no INTEGER NOT NULL,
	first_seq INTEGER NOT NULL,
	last_seq INTEGER NOT NULL,
	PRIMARY KEY (stream_no, first_seq, last_seq),
	FOREIGN KEY(stream_no) REFERENCES stream (no)
);
CREATE TABLE segment (
	no INTEGER NOT NULL,
	stream_no INTEGER NOT NULL,
	parent_no INTEGER,
	below BLOB NOT NULL,
	first_seq INTEGER NOT NULL,
	last_seq INTEGER NOT NULL,
	tip BLOB NOT NULL,
	PRIMARY KEY (no),
	FOREIGN KEY(stream_no) REFERENCES stream (no),
	FOREIGN KEY(parent_no) REFERENCES segment (no)
);
CREATE INDEX ix_segment_below ON segment (below);
CREATE INDEX ix_segment_stream ON segment (stream_no);
CREATE TABLE change (
	no INTEGER NOT NULL,
	name BLOB NOT NULL,
	segment_no INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	region_no INTEGER NOT NULL,
	kind TEXT NOT NULL,
	record BLOB NOT NULL,
	ignored INTEGER DEFAULT 0 NOT NULL,
	line BLOB NOT NULL,
	PRIMARY KEY (no),
	FOREIGN KEY(segment_no) REFERENCES segment (no),
	FOREIGN KEY(region_no) REFERENCES region (no)
);
CREATE UNIQUE INDEX ix_change_name ON change (name);
CREATE UNIQUE INDEX ix_change_place ON change (segment_no, seq);
CREATE INDEX ix_change_record ON change (record);
CREATE TABLE seal (
	segment_no INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	signature BLOB NOT NULL,
	PRIMARY KEY (segment_no, seq),
	FOREIGN KEY(segment_no) REFERENCES segment (no)
);
CREATE TABLE quarantine (
	change_no INTEGER NOT NULL,
	field TEXT NOT NULL,
	code TEXT NOT NULL,
	PRIMARY KEY (change_no, field),
	FOREIGN KEY(change_no) REFERENCES change (no)
);
