<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>The records are not encrypted anew, so it takes a moment only.</source>
        <translation>Catatan tidak disandikan ulang, jadi hanya sebentar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ganti</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Simpan ke berkas…</translation>
    </message>
    <message>
        <source>I have kept the code in a safe place</source>
        <translation>Kode sudah saya simpan di tempat aman</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>The only other way in when the password is forgotten. It is shown this once. Keep it outside this laptop, not on the stick that travels.</source>
        <translation>Satu-satunya jalan lain bila kata sandi terlupa. Kode hanya tampil sekali ini. Simpan di luar laptop, jangan di stik yang dibawa-bawa.</translation>
    </message>
    <message>
        <source>KPM Desktop: recovery code of {name}</source>
        <translation>KPM Desktop: kode pemulihan {name}</translation>
    </message>
    <message>
        <source>With this code a new password can be chosen (&quot;Forgot the password?&quot;).</source>
        <translation>Dengan kode ini kata sandi baru dapat dibuat (&quot;Lupa kata sandi?&quot;).</translation>
    </message>
    <message>
        <source>Whoever has it can read all records. Keep it apart from the laptop.</source>
        <translation>Siapa pun yang memegangnya dapat membaca semua catatan. Simpan terpisah dari laptop.</translation>
    </message>
    <message>
        <source>recovery-code-{name}.txt</source>
        <translation>kode-pemulihan-{name}.txt</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Simpan kode pemulihan</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tersimpan: {file}</translation>
    </message>
    <message>
        <source>Handed to the printer. Look whether the sheet came out.</source>
        <translation>Sudah dikirim ke pencetak. Periksa apakah lembarnya keluar.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>tgl-bln-tahun</translation>
    </message>
    <message>
        <source>Day, month and year, such as 19-11-2026. Type it again.</source>
        <translation>Tanggal, bulan, dan tahun, misalnya 19-11-2026. Ketik lagi.</translation>
    </message>
    <message>
        <source>This month has no such day. Look again.</source>
        <translation>Tanggal itu tidak ada di bulan ini. Periksa lagi.</translation>
    </message>
    <message>
        <source>Not before {day}. Look again.</source>
        <translation>Tidak sebelum {day}. Periksa lagi.</translation>
    </message>
    <message>
        <source>Not after {day}. Look again.</source>
        <translation>Tidak sesudah {day}. Periksa lagi.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Nothing has been recorded on this laptop yet</source>
        <translation>Belum ada isian di laptop ini</translation>
    </message>
    <message>
        <source>{count} changes are kept on this laptop · no supervisor yet</source>
        <translation>{count} perubahan tersimpan di laptop ini · belum ada penyelia</translation>
    </message>
    <message>
        <source>The supervisor has received everything</source>
        <translation>Semua sudah diterima penyelia</translation>
    </message>
    <message>
        <source>{count} changes wait for the stick</source>
        <translation>{count} perubahan menunggu stik</translation>
    </message>
    <message>
        <source>{count} changes wait for a receipt</source>
        <translation>{count} perubahan menunggu tanda terima</translation>
    </message>
    <message>
        <source>{count} laptops deliver here</source>
        <translation>{count} laptop mengirim ke sini</translation>
    </message>
    <message>
        <source>numbers missing in {count} places</source>
        <translation>ada nomor kurang di {count} tempat</translation>
    </message>
    <message>
        <source>{count} records wait for a decision</source>
        <translation>{count} catatan menunggu keputusan</translation>
    </message>
    <message>
        <source>No laptop delivers here yet</source>
        <translation>Belum ada laptop yang mengirim ke sini</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Langkah {number} dari {count}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Menyiapkan…</translation>
    </message>
</context>
<context>
    <name>Forgotten</name>
    <message>
        <source>Six groups of five, from the sheet you kept. Capitals and spaces do not matter.</source>
        <translation>Enam kelompok lima huruf, dari lembar yang disimpan. Huruf besar dan spasi tidak berpengaruh.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Di halaman ini</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Go to a page of the list at the left</source>
        <translation>Pindah ke halaman di daftar sebelah kiri</translation>
    </message>
    <message>
        <source>Next field or button; with Shift the one before</source>
        <translation>Kolom atau tombol berikutnya; dengan Shift yang sebelumnya</translation>
    </message>
    <message>
        <source>Open or confirm what is chosen</source>
        <translation>Buka atau pilih yang ditandai</translation>
    </message>
    <message>
        <source>Back or close; nothing that was saved is lost</source>
        <translation>Kembali atau tutup; yang tersimpan tidak hilang</translation>
    </message>
    <message>
        <source>Lock the screen; the password opens it again</source>
        <translation>Kunci layar; kata sandi membukanya lagi</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Bantuan ini</translation>
    </message>
    <message>
        <source>KPM Desktop {version}. Works without internet; records stay encrypted on this laptop.</source>
        <translation>KPM Desktop {version}. Bekerja tanpa internet; catatan tersimpan tersandi di laptop ini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>InvitationStep</name>
    <message>
        <source>Choose the invitation file…</source>
        <translation>Pilih berkas undangan…</translation>
    </message>
    <message>
        <source>The supervisor&apos;s invitation</source>
        <translation>Undangan penyelia</translation>
    </message>
    <message>
        <source>With it records can be sent to the supervisor. If you do not have it yet, go on: you can record everything and take the invitation later.</source>
        <translation>Dengan undangan, catatan dapat dikirim ke penyelia. Bila belum ada, lanjut saja: semua dapat dicatat dulu dan undangan diambil nanti.</translation>
    </message>
    <message>
        <source>Read them to each other by telephone. Compare all six.</source>
        <translation>Bacakan lewat telepon. Cocokkan keenamnya.</translation>
    </message>
    <message>
        <source>Compare later</source>
        <translation>Cocokkan nanti</translation>
    </message>
    <message>
        <source>Some differ</source>
        <translation>Ada yang beda</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>Semua sama</translation>
    </message>
    <message>
        <source>Choose the invitation file</source>
        <translation>Pilih berkas undangan</translation>
    </message>
    <message>
        <source>Invitation from {name}</source>
        <translation>Undangan dari {name}</translation>
    </message>
    <message>
        <source>The invitation was not taken: it may come from somebody else. Ask the supervisor for it again; nothing is lost.</source>
        <translation>Undangan tidak diambil: mungkin dari orang lain. Minta lagi ke penyelia; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Invitation from {name} taken. Records can be sent.</source>
        <translation>Undangan dari {name} sudah diambil. Catatan dapat dikirim.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Households</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Pregnancies</source>
        <translation>Kehamilan</translation>
    </message>
    <message>
        <source>Form 2A, months</source>
        <translation>Formulir 2A (bulan)</translation>
    </message>
    <message>
        <source>Form 2B, months</source>
        <translation>Formulir 2B (bulan)</translation>
    </message>
    <message>
        <source>Immunisations</source>
        <translation>Imunisasi</translation>
    </message>
    <message>
        <source>Form 2C, months</source>
        <translation>Formulir 2C (bulan)</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Obstacles in the field</source>
        <translation>Kendala di lapangan</translation>
    </message>
    <message>
        <source>Classes and counselling</source>
        <translation>Kelas dan konseling</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Lock screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>+ digit: go there</source>
        <translation>+ angka: pindah</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least {count} characters. A short sentence is easy to remember.</source>
        <translation>Paling sedikit {count} huruf. Kalimat pendek mudah diingat.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Sekali lagi yang sama</translation>
    </message>
    <message>
        <source>{count} characters more.</source>
        <translation>Kurang {count} huruf lagi.</translation>
    </message>
    <message>
        <source>Easy to guess. Another one protects the families better.</source>
        <translation>Mudah ditebak. Yang lain lebih melindungi data keluarga.</translation>
    </message>
    <message>
        <source>Fair. Longer is better.</source>
        <translation>Cukup. Lebih panjang lebih baik.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Baik.</translation>
    </message>
    <message>
        <source>Not the same yet. Type it again.</source>
        <translation>Belum sama. Ketik lagi.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Keduanya sama.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Digits only, with a comma for the decimals. Type it again.</source>
        <translation>Angka saja, dengan koma untuk desimal. Ketik lagi.</translation>
    </message>
    <message>
        <source>At most {count} digits after the comma. Type it again.</source>
        <translation>Paling banyak {count} angka di belakang koma. Ketik lagi.</translation>
    </message>
    <message>
        <source>At least {number}. Look again.</source>
        <translation>Paling sedikit {number}. Periksa lagi.</translation>
    </message>
    <message>
        <source>At most {number}. Look again.</source>
        <translation>Paling banyak {number}. Periksa lagi.</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show what was typed</source>
        <translation>Tampilkan yang diketik</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>A password for this laptop</source>
        <translation>Kata sandi untuk laptop ini</translation>
    </message>
    <message>
        <source>Names and health data of families are kept here. Without the password nobody can read them.</source>
        <translation>Nama dan data kesehatan keluarga tersimpan di sini. Tanpa kata sandi tidak ada yang dapat membacanya.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>As histories shall show it, for example Ibu Sari.</source>
        <translation>Seperti yang akan tampil di riwayat, misalnya Ibu Sari.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Your village</source>
        <translation>Desa Anda</translation>
    </message>
    <message>
        <source>Your kecamatan, or villages</source>
        <translation>Kecamatan Anda, atau desa-desanya</translation>
    </message>
    <message>
        <source>Your name and where you work</source>
        <translation>Nama dan wilayah kerja Anda</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Desa</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Kabupaten/Kota</source>
        <translation>Kabupaten/Kota</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Kel. {name}</source>
        <translation>Kel. {name}</translation>
    </message>
    <message>
        <source>Desa {name}</source>
        <translation>Desa {name}</translation>
    </message>
    <message>
        <source>Kec. {name}</source>
        <translation>Kec. {name}</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>Part of the name, and the kecamatan if you like</source>
        <translation>Sebagian namanya, boleh ditambah kecamatan</translation>
    </message>
    <message>
        <source>Opening the list of regions…</source>
        <translation>Membuka daftar wilayah…</translation>
    </message>
    <message>
        <source>Regions found</source>
        <translation>Wilayah yang ditemukan</translation>
    </message>
    <message>
        <source>Enter takes the marked row. Several may be chosen.</source>
        <translation>Enter mengambil baris yang ditandai. Boleh lebih dari satu.</translation>
    </message>
    <message>
        <source>No name like this. Try fewer letters, or the code.</source>
        <translation>Tidak ada nama seperti ini. Coba huruf lebih sedikit, atau kodenya.</translation>
    </message>
    <message>
        <source>The first 50. Add the kecamatan or kabupaten to see fewer.</source>
        <translation>50 yang pertama. Tambahkan kecamatan atau kabupaten supaya lebih sedikit.</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} ditemukan</translation>
    </message>
</context>
<context>
    <name>RoleStep</name>
    <message>
        <source>Cadre (KPM)</source>
        <translation>Kader (KPM)</translation>
    </message>
    <message>
        <source>I visit households and fill in the forms</source>
        <translation>Saya berkunjung ke rumah dan mengisi formulir</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>I collect what cadres deliver and decide</source>
        <translation>Saya mengumpulkan kiriman kader dan memutuskan</translation>
    </message>
    <message>
        <source>Who works on this laptop?</source>
        <translation>Siapa yang bekerja di laptop ini?</translation>
    </message>
    <message>
        <source>Press 1 or 2. It cannot be changed later.</source>
        <translation>Tekan 1 atau 2. Tidak dapat diganti nanti.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>For this laptop and this profile</source>
        <translation>Untuk laptop dan profil ini</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Besar</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Sangat besar</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>A new password for {name}. The recovery code stays the same.</source>
        <translation>Kata sandi baru untuk {name}. Kode pemulihan tetap sama.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>One file with everything. It is encrypted, and this password opens it. Keep it on another stick.</source>
        <translation>Satu berkas berisi semuanya. Tersandi, dan kata sandi ini membukanya. Simpan di stik lain.</translation>
    </message>
    <message>
        <source>Save a backup…</source>
        <translation>Simpan cadangan…</translation>
    </message>
    <message>
        <source>The password was changed. The records are unchanged.</source>
        <translation>Kata sandi sudah diganti. Catatan tidak berubah.</translation>
    </message>
    <message>
        <source>kpm-backup-{day}.kpmbackup</source>
        <translation>cadangan-kpm-{day}.kpmbackup</translation>
    </message>
    <message>
        <source>Save a backup</source>
        <translation>Simpan cadangan</translation>
    </message>
    <message>
        <source>Backup saved and opened to check: {file}, {count} changes.</source>
        <translation>Cadangan tersimpan dan sudah dibuka untuk diperiksa: {file}, {count} perubahan.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Cadre</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Diekspor</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
</context>
<context>
    <name>ThisLaptopPage</name>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Yang menunggu</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Tercatat di sini</translation>
    </message>
    <message>
        <source>Other laptops</source>
        <translation>Laptop lain</translation>
    </message>
    <message>
        <source>Its six words</source>
        <translation>Enam kata laptop ini</translation>
    </message>
    <message>
        <source>Read them out by telephone when the supervisor asks which laptop this is.</source>
        <translation>Bacakan lewat telepon bila penyelia menanyakan laptop mana ini.</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>Belum ada isian.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Tidak ada yang menunggu.</translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation>Perubahan yang belum dikirim</translation>
    </message>
    <message>
        <source>Changes without a receipt yet</source>
        <translation>Perubahan yang belum ada tanda terimanya</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Records that differ between two people</source>
        <translation>Isian yang berbeda antara dua orang</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Places where numbers are missing</source>
        <translation>Tempat dengan nomor kurang</translation>
    </message>
    <message>
        <source>receives from here</source>
        <translation>menerima dari sini</translation>
    </message>
    <message>
        <source>last receipt no {number}</source>
        <translation>tanda terima terakhir no {number}</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>belum ada tanda terima</translation>
    </message>
    <message>
        <source>delivers here</source>
        <translation>mengirim ke sini</translation>
    </message>
    <message>
        <source>last delivery no {number}</source>
        <translation>kiriman terakhir no {number}</translation>
    </message>
    <message>
        <source>no delivery yet</source>
        <translation>belum ada kiriman</translation>
    </message>
    <message>
        <source>None yet. The supervisor&apos;s invitation makes the first one known.</source>
        <translation>Belum ada. Undangan penyelia memperkenalkan yang pertama.</translation>
    </message>
    <message>
        <source>None yet. Invite a cadre, then the first delivery comes in.</source>
        <translation>Belum ada. Undang kader, lalu kiriman pertama masuk.</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Welcome back</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <source>This laptop is locked.</source>
        <translation>Laptop ini terkunci.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Lupa kata sandi?</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Records are encrypted on this laptop. A wrong password changes nothing.</source>
        <translation>Catatan tersandi di laptop ini. Kata sandi yang tidak cocok tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>This password does not fit. Look again; the records stay safe.</source>
        <translation>Kata sandi tidak cocok. Periksa lagi; catatan tetap aman.</translation>
    </message>
    <message>
        <source>These records are open in another window on this laptop. Close that one, then try again. Nothing is lost.</source>
        <translation>Catatan ini sedang terbuka di jendela lain di laptop ini. Tutup jendela itu, lalu coba lagi. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Kembali ke kata sandi</translation>
    </message>
    <message>
        <source>Wait {count} seconds</source>
        <translation>Tunggu {count} detik</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Membuka…</translation>
    </message>
</context>
<context>
    <name>_ChosenRow</name>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>Keluarkan {name}</translation>
    </message>
</context>
</TS>
