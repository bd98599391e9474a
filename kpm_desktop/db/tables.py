"""Tables: one per kind, derived from the record declarations, and those of the journal and of delivery.

A row is what the journal adds up to and can be rebuilt from it. Ids and hashes are bytes, dates and months text,
yes/no 0 or 1, lists JSON text. `marks` is empty unless a field is in conflict, waiting or withheld.
"""

from sqlalchemy import (
    BLOB,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from kpm_desktop.domain.records.catalogue import KINDS, Field, fields

metadata = MetaData()

#: Numbers by which the rules look for somebody else who has them.
LOOKED_UP = ("nik", "kia_number")


def _column(field: Field) -> Column[object]:
    form = field.spec.form
    if form == "reference":
        return Column(field.name, LargeBinary(16))
    if form in ("yes_no", "count", "measure"):
        return Column(field.name, Integer)
    return Column(field.name, Text)


def _record_table(kind: str) -> Table:
    table = Table(
        kind,
        metadata,
        Column("no", Integer, primary_key=True),
        Column("region_no", Integer, ForeignKey("region.no"), nullable=False),
        Column("id", LargeBinary(16), nullable=False),
        Column("marks", Text),
        *(_column(field) for field in fields(kind).values()),
        UniqueConstraint("id", "region_no", name=f"uq_{kind}"),
    )
    for field in fields(kind).values():
        if field.spec.form == "reference" and field.name != "merged_into_id":
            Index(f"ix_{kind}_{field.name}", table.c[field.name])
    for name in ("marks", "merged_into_id", *(each for each in LOOKED_UP if each in fields(kind))):
        Index(f"ix_{kind}_{name}", table.c[name], sqlite_where=text(f"{name} IS NOT NULL"))
    return table


region = Table(
    "region", metadata, Column("no", Integer, primary_key=True), Column("code", Text, nullable=False, unique=True)
)

#: kind -> table
records = {kind: _record_table(kind) for kind in KINDS}

#: How a stream stands: not judged yet; all of it counts, whatever comes; only what lies below some changes does, or
#: nothing.
NEW, WHOLE, PARTLY = 0, 1, 2

#: standing: whether its changes count, as it was judged last (`delivery/standing.py`). written: of an own stream, the
#: change this device wrote last itself.
stream = Table(
    "stream",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", BLOB, nullable=False, unique=True),
    Column("region_no", Integer, ForeignKey("region.no"), nullable=False),
    Column("device", Text, nullable=False),
    Column("standing", Integer, nullable=False, server_default=text("0")),
    Column("written", Integer),
    Index("ix_stream_region", "region_no"),
    Index("ix_stream_device", "device"),
)

#: An unbroken run of a stream's changes. A branch or a run above a hole is a segment of its own.
segment = Table(
    "segment",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("stream_no", Integer, ForeignKey("stream.no"), nullable=False),
    Column("parent_no", Integer, ForeignKey("segment.no")),
    Column("below", BLOB, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("tip", BLOB, nullable=False),
    Column("parent_seq", Integer),
    Index("ix_segment_stream", "stream_no"),
    Index("ix_segment_below", "below"),
)

#: How a query finds the few changes that link a record with another or part them: word for word as the index has it.
WRITES_LINK = "instr(line, '\"merged_into_id\":') > 0"

#: The same for the few changes that say who may write.
SAYS_WHO_MAY = "kind IN ('credential', 'revocation', 'release')"

change = Table(
    "change",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("name", BLOB, nullable=False),
    Column("segment_no", Integer, ForeignKey("segment.no"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("region_no", Integer, ForeignKey("region.no"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", BLOB, nullable=False),
    Column("ignored", Integer, nullable=False, server_default=text("0")),
    Column("line", BLOB, nullable=False),
    Index("ix_change_name", "name", unique=True),
    Index("ix_change_place", "segment_no", "seq", unique=True),
    Index("ix_change_record", "record"),
    Index("ix_change_link", "region_no", "kind", sqlite_where=text(WRITES_LINK)),
    Index("ix_change_access", "no", sqlite_where=text(SAYS_WHO_MAY)),
)

#: Fields whose value breaks a limit: kept, passed on, not shown. An empty field withholds the whole change.
quarantine = Table(
    "quarantine",
    metadata,
    Column("change_no", Integer, ForeignKey("change.no"), nullable=False),
    Column("field", Text, nullable=False),
    Column("code", Text, nullable=False),
    PrimaryKeyConstraint("change_no", "field"),
)

#: Own lines no receiver took, as they were before they were written again (`journal/healing.py`): they count nowhere.
#: change_no: the change that stands for one now.
kept_line = Table(
    "kept_line",
    metadata,
    Column("name", BLOB, primary_key=True),
    Column("change_no", Integer, nullable=False),
    Column("line", BLOB, nullable=False),
)

seal = Table(
    "seal",
    metadata,
    Column("segment_no", Integer, ForeignKey("segment.no"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("signature", BLOB, nullable=False),
    PrimaryKeyConstraint("segment_no", "seq"),
)

#: Ranges nobody vouches for yet: kept whole until a credential covers them, or until they have to make room. no: rises
#: with each. size: what its lines take.
waiting_range = Table(
    "waiting_range",
    metadata,
    Column("tip", BLOB, primary_key=True),
    Column("device", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("lines", BLOB, nullable=False),
    Column("no", Integer, nullable=False, server_default=text("0")),
    Column("size", Integer, nullable=False, server_default=text("0")),
    Index("ix_waiting_device", "device", "region"),
)

credential_paper = Table(
    "credential_paper",
    metadata,
    Column("statement", Text, primary_key=True),
    Column("signature", Text, nullable=False),
)

setting = Table("setting", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

#: Every device this one exchanges bundles with.
peer = Table(
    "peer",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("device", Text, nullable=False, unique=True),
    Column("age", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("device_name", Text, nullable=False, server_default=text("''")),
    Column("is_upstream", Integer, nullable=False),
    Column("last_number", Integer, nullable=False, server_default=text("0")),
    Column("last_bundle_at", Text),
    Column("have_sent", Text),
)

#: The newest answer of each life of a peer: what it holds, and the newest of our numbers it had seen.
answer = Table(
    "answer",
    metadata,
    Column("peer_no", Integer, ForeignKey("peer.no"), nullable=False),
    Column("life", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("first_mark", Integer, nullable=False),
    Column("have", Text, nullable=False),
    Column("full_streams", Text, nullable=False, server_default=text("'[]'")),
    PrimaryKeyConstraint("peer_no", "life"),
)

bundle_out = Table(
    "bundle_out",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("peer_no", Integer, ForeignKey("peer.no"), nullable=False),
    Column("created_at", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("ranges", Text, nullable=False),
)

#: Bundles taken in. is_whole: nothing of it waits or was left, so that its bytes need not be looked at again.
bundle_in = Table(
    "bundle_in",
    metadata,
    Column("sha256", BLOB, primary_key=True),
    Column("device", Text, nullable=False),
    Column("life", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("is_whole", Integer, nullable=False, server_default=text("1")),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("regions", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_by", Text),
)

#: Devices that asked to be let in with a used, expired or wrong code: they wait for their eight words. room: the
#: invitation whose code was right, if any.
candidate = Table(
    "candidate",
    metadata,
    Column("device", Text, primary_key=True),
    Column("age", Text, nullable=False),
    Column("device_name", Text, nullable=False),
    Column("regions", Text, nullable=False),
    Column("invitation", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("room", Text, nullable=False, server_default=text("''")),
)

#: What this device was invited with, and whether a person compared the words.
joined = Table(
    "joined",
    metadata,
    Column("invitation", Text, primary_key=True),
    Column("supervisor", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("confirmed", Integer, nullable=False),
)

#: Numbers somebody declared lost, so that they are no longer listed as missing.
lost_range = Table(
    "lost_range",
    metadata,
    Column("stream_no", Integer, ForeignKey("stream.no"), nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    PrimaryKeyConstraint("stream_no", "first_seq", "last_seq"),
)

#: Half-finished answers: durable, visible, outside journal, rows, scorecard and bundles.
draft = Table(
    "draft",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", BLOB, nullable=False),
    Column("answers", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("region", Text, nullable=False),
    UniqueConstraint("user", "region", "kind", "record", name="uq_draft"),
)

#: What `kpm load` last wrote of a row, so that a row loaded again changes only what differs in the file.
loaded_row = Table(
    "loaded_row",
    metadata,
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("record", BLOB, nullable=False),
    Column("cells", Text, nullable=False),
    PrimaryKeyConstraint("kind", "ref"),
)

#: The lists of each village as they were read last, of one month (`queries/kept_lists.py`).
kept_list = Table(
    "kept_list",
    metadata,
    Column("region", Text, primary_key=True),
    Column("month", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("content", BLOB, nullable=False),
)
