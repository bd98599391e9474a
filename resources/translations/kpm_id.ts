<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>belum masuk</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>tidak dihitung</translation>
    </message>
    <message>
        <source>partly refused</source>
        <translation>sebagian ditolak</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>masuk</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>tidak ada yang baru</translation>
    </message>
    <message>
        <source>{count} changes were not taken: that laptop writes from too many copies of its disk. What came in and goes on from there counts.</source>
        <translation>{count} catatan tidak diambil: laptop itu mencatat dari terlalu banyak salinan disk. Yang sudah masuk dan lanjutannya tetap dihitung.</translation>
    </message>
    <message>
        <source>{count} changes wait until somebody vouches for the laptop that wrote them; they are kept.</source>
        <translation>{count} catatan belum masuk sampai delapan kata laptopnya dicocokkan; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Compare the eight words…</source>
        <translation>Cocokkan delapan kata…</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>{count} more files were for other laptops. Nothing is wrong with them.</source>
        <translation>{count} berkas lain untuk laptop lain dilewati. Berkasnya tidak bermasalah.</translation>
    </message>
    <message>
        <source>Ready for the bundles of the cadres</source>
        <translation>Siap menerima kiriman kader</translation>
    </message>
    <message>
        <source>Drag the bundle files from the stick onto this page, or open them with Ctrl O.</source>
        <translation>Tarik berkas kiriman dari flashdisk ke halaman ini, atau buka dengan Ctrl O.</translation>
    </message>
    <message>
        <source>Open bundles…</source>
        <translation>Buka kiriman…</translation>
    </message>
    <message>
        <source>What became of the files</source>
        <translation>Hasil setiap berkas</translation>
    </message>
</context>
<context>
    <name>AcrossDialog</name>
    <message>
        <source>Day of moving</source>
        <translation>Tanggal pindah</translation>
    </message>
    <message>
        <source>Both records stay, each in its village; only one of them is visited from now on.</source>
        <translation>Kedua catatan tetap ada di desanya. Mulai sekarang hanya satu yang dikunjungi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Memang berbeda</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>Tanggal berapa?</translation>
    </message>
    <message>
        <source>Noted as moved: from now on the person counts in one village only.</source>
        <translation>Dicatat pindah. Mulai sekarang orang ini dihitung di satu desa saja.</translation>
    </message>
    <message>
        <source>Noted: not the same. Nobody is asked again, on no laptop.</source>
        <translation>Dicatat: memang berbeda. Tidak ditanyakan lagi, juga di laptop lain.</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Household of {name}</source>
        <translation>Rumah tangga {name}</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Siapa?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Pregnant woman</source>
        <translation>Ibu hamil</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Other woman</source>
        <translation>Ibu tidak hamil</translation>
    </message>
    <message>
        <source>Which household?</source>
        <translation>Rumah tangga mana?</translation>
    </message>
    <message>
        <source>Search the head of the household, a mother, a child or a hamlet</source>
        <translation>Cari kepala keluarga, ibu, anak atau dusun</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Rumah tangga</translation>
    </message>
</context>
<context>
    <name>AddGuestDialog</name>
    <message>
        <source>Another mother came</source>
        <translation>Ada ibu lain yang datang</translation>
    </message>
    <message>
        <source>Another child came</source>
        <translation>Ada anak lain yang datang</translation>
    </message>
    <message>
        <source>Somebody of this village whose posyandu is another one, or none.</source>
        <translation>Warga desa ini yang posyandunya lain, atau belum diisi.</translation>
    </message>
    <message>
        <source>Name, or the mother&apos;s name</source>
        <translation>Nama, atau nama kepala keluarga</translation>
    </message>
    <message>
        <source>Whoever is added stays in the list of this day on this laptop.</source>
        <translation>Yang ditambahkan tetap ada di daftar hari ini pada laptop ini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Register somebody new</source>
        <translation>Daftarkan orang baru</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Nobody else of this village fits. Register them, then they stand here.</source>
        <translation>Tidak ada warga lain yang cocok. Daftarkan dulu, lalu namanya muncul di sini.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Not saved yet: what was typed is kept and offered again.</source>
        <translation>Belum disimpan: yang sudah diketik tetap ada dan ditawarkan lagi.</translation>
    </message>
</context>
<context>
    <name>AnswerButtons</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>For example: heavier than last month by 2 kg, please weigh again.</source>
        <translation>Misalnya: lebih berat 2 kg dari bulan lalu, mohon ditimbang lagi.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>It is saved here and travels with {carrier}.</source>
        <translation>Disimpan di sini dan ikut dengan {carrier}.</translation>
    </message>
    <message>
        <source>The question is saved; it travels with {carrier}.</source>
        <translation>Pertanyaan tersimpan; ikut dengan {carrier}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
</context>
<context>
    <name>AskPassword</name>
    <message>
        <source>Your password</source>
        <translation>Kata sandi Anda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message>
        <source>kpm-backup-{day}.kpmbackup</source>
        <translation>cadangan-kpm-{day}.kpmbackup</translation>
    </message>
    <message>
        <source>Save a backup</source>
        <translation>Simpan cadangan</translation>
    </message>
    <message>
        <source>It also lies on {names}, and was read back there.</source>
        <translation>Cadangan itu juga ada di {names}, sudah dibaca ulang di sana.</translation>
    </message>
    <message>
        <source>Backup made, opened and checked.</source>
        <translation>Cadangan sudah dibuat, lalu dibuka dan diperiksa.</translation>
    </message>
    <message>
        <source>Backup saved, opened and checked: {file}</source>
        <translation>Cadangan tersimpan, sudah dibuka dan diperiksa: {file}</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Pilih folder untuk cadangan</translation>
    </message>
    <message>
        <source>Backups now also go to {name}, whenever it is plugged in.</source>
        <translation>Mulai sekarang cadangan juga disimpan ke {name} setiap kali terpasang.</translation>
    </message>
    <message>
        <source>No more backups go there. Those that lie there stay.</source>
        <translation>Tidak ada cadangan baru ke sana. Cadangan yang sudah ada di sana tetap ada.</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backing up…</source>
        <translation>Mencadangkan…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>One by itself on every day something changed. Kept are the last 3 days, 4 weeks and 3 months. Each is locked with the password of the day it was made. To restore one, lock the screen (F12), then choose Restore a backup.</source>
        <translation>Otomatis sekali sehari bila ada yang berubah. Yang disimpan: 3 hari, 4 minggu, dan 3 bulan terakhir. Masing-masing terkunci dengan kata sandi pada hari dibuatnya. Untuk memulihkan, kunci layar (F12), lalu pilih Pulihkan cadangan.</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Simpan ke berkas…</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Folder lain…</translation>
    </message>
    <message>
        <source>No more backups onto {name}</source>
        <translation>Berhenti mencadangkan ke {name}</translation>
    </message>
    <message>
        <source>Plugged in. Backups go there only if you choose it.</source>
        <translation>Terpasang. Cadangan disimpan ke sini hanya bila Anda memilihnya.</translation>
    </message>
    <message>
        <source>Back up here too</source>
        <translation>Cadangkan ke sini juga</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>Di laptop ini</translation>
    </message>
    <message>
        <source>Saved by hand: {file}</source>
        <translation>Disimpan sendiri: {file}</translation>
    </message>
    <message>
        <source>No backup here yet.</source>
        <translation>Belum ada cadangan di sini.</translation>
    </message>
    <message>
        <source>No backup here yet. Plug it in: the newest one goes there by itself.</source>
        <translation>Belum ada cadangan di sini. Pasang flashdisk ini: cadangan terbaru disalin otomatis.</translation>
    </message>
    <message>
        <source>Last one {moment} · {size} · opened and checked</source>
        <translation>Terakhir {moment} · {size} · sudah dibuka dan diperiksa</translation>
    </message>
    <message>
        <source>not plugged in now</source>
        <translation>sekarang tidak terpasang</translation>
    </message>
    <message>
        <source>{count} backups, the oldest of {day}</source>
        <translation>{count} cadangan, yang tertua {day}</translation>
    </message>
    <message>
        <source>Time to back up onto a stick</source>
        <translation>Waktunya mencadangkan ke flashdisk</translation>
    </message>
    <message>
        <source>No backup outside this laptop for {days} days</source>
        <translation>Belum ada cadangan di luar laptop: {days} hari</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} dari {whole}</translation>
    </message>
</context>
<context>
    <name>BegunCall</name>
    <message>
        <source>Go on filling in</source>
        <translation>Kembali mengisi</translation>
    </message>
    <message>
        <source>{name}, {form}: begun on {when}, not saved yet.</source>
        <translation>{name} · {form}: diisi {when}, belum disimpan.</translation>
    </message>
    <message>
        <source>A household</source>
        <extracomment>Name, form, when.</extracomment>
        <translation>Satu rumah tangga</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Satu orang</translation>
    </message>
    <message>
        <source>{day} at {clock}</source>
        <translation>{day} pukul {clock}</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>Rumah tangga baru</translation>
    </message>
    <message>
        <source>New: pregnant woman</source>
        <translation>Ibu hamil baru</translation>
    </message>
    <message>
        <source>New: child</source>
        <translation>Anak baru</translation>
    </message>
    <message>
        <source>New: woman who is not pregnant</source>
        <translation>Ibu baru, tidak hamil</translation>
    </message>
    <message>
        <source>{count} more are begun.</source>
        <translation>Masih ada {count} lagi yang belum selesai.</translation>
    </message>
</context>
<context>
    <name>BegunDialog</name>
    <message>
        <source>Begun, not saved yet</source>
        <translation>Sudah mulai diisi, belum disimpan</translation>
    </message>
    <message>
        <source>Nothing is lost: each goes on where it was left.</source>
        <translation>Tidak ada yang hilang: pilih satu, lalu lanjutkan mengisi.</translation>
    </message>
    <message>
        <source>Forms that were begun</source>
        <translation>Formulir yang belum selesai</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>Buang draf</translation>
    </message>
    <message>
        <source>Begin another</source>
        <translation>Isi yang baru</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>Kembali mengisi</translation>
    </message>
</context>
<context>
    <name>BirthForm</name>
    <message>
        <source>Birth</source>
        <extracomment>What drafts of these forms are found again by. How a pregnancy ends without a child that lives, and which date belongs to each.</extracomment>
        <translation>Kelahiran</translation>
    </message>
    <message>
        <source>Mother: {name}</source>
        <translation>Ibu: {name}</translation>
    </message>
    <message>
        <source>Another baby (twins)</source>
        <translation>Tambah bayi (kembar)</translation>
    </message>
    <message>
        <source>No name yet: Bayi Ny. {name}</source>
        <translation>Belum bernama: Bayi Ny. {name}</translation>
    </message>
    <message>
        <source>Baby {number}</source>
        <translation>Bayi {number}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
</context>
<context>
    <name>BundleFiles</name>
    <message>
        <source>Bundles (*.kpmsync)</source>
        <translation>Kiriman (*.kpmsync)</translation>
    </message>
    <message>
        <source>Open bundles</source>
        <translation>Buka kiriman</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
</context>
<context>
    <name>Bundles</name>
    <message>
        <source>Unknown laptop {digits}</source>
        <translation>Laptop belum dikenal {digits}</translation>
    </message>
    <message>
        <source>{name}, bundle {number}</source>
        <translation>{name}, kiriman {number}</translation>
    </message>
    <message>
        <source>changes came in</source>
        <translation>catatan masuk</translation>
    </message>
    <message>
        <source>changes held here before</source>
        <translation>catatan sudah pernah diterima</translation>
    </message>
    <message>
        <source>wait for eight words</source>
        <translation>menunggu delapan kata</translation>
    </message>
    <message>
        <source>to be repaired</source>
        <translation>perlu diperbaiki</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>Records {numbers} from the laptop of {name} are missing. Ask for the earlier bundles; nothing is lost.</source>
        <translation>Catatan nomor {numbers} dari laptop {name} belum sampai. Minta kiriman sebelumnya; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>This very file was opened before. Nothing had to be done.</source>
        <translation>Berkas ini sudah pernah dibuka. Tidak ada yang perlu dilakukan.</translation>
    </message>
    <message>
        <source>Nothing new: everything in it is held here already.</source>
        <translation>Tidak ada yang baru: semua isinya sudah ada di sini.</translation>
    </message>
    <message>
        <source>{name} is now known here: the invitation was answered.</source>
        <translation>{name} sekarang dikenal di sini: undangannya sudah dijawab.</translation>
    </message>
    <message>
        <source>The laptop of {name} was revoked: {count} changes are kept, not counted yet.</source>
        <translation>Laptop {name} sudah diblokir: {count} catatan disimpan, belum dihitung.</translation>
    </message>
    <message>
        <source>{count} changes of revoked laptops are kept, not counted yet.</source>
        <translation>{count} catatan dari laptop yang sudah diblokir disimpan, belum dihitung.</translation>
    </message>
    <message>
        <source>{count} changes found no room to wait; they come again once the laptop is let in.</source>
        <translation>{count} catatan tidak muat di ruang tunggu; catatan itu datang lagi setelah laptopnya diterima.</translation>
    </message>
    <message>
        <source>Too much waits from unknown laptops: what had waited longest, from {count} laptops, made room. They send it again.</source>
        <translation>Terlalu banyak kiriman menunggu enam kata dari laptop yang belum dikenal: yang paling lama, dari {count} laptop, dilepas dulu. Laptop itu akan mengirimnya lagi.</translation>
    </message>
    <message>
        <source>{name} is a supervisor of the same programme and receives from this laptop from now on.</source>
        <translation>Penyelia baru: {name} dari program yang sama menerima kiriman laptop ini mulai sekarang.</translation>
    </message>
    <message>
        <source>This programme is now part of another one, whose eight words are: {words}.</source>
        <translation>Program ini sekarang bagian dari program lain. Delapan kata program itu: {words}.</translation>
    </message>
    <message>
        <source>no {number}</source>
        <translation>no {number}</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>compare the eight words of her laptop</source>
        <translation>cocokkan delapan kata laptopnya</translation>
    </message>
    <message>
        <source>was invited and has not delivered yet</source>
        <translation>sudah diundang, belum pernah mengirim</translation>
    </message>
    <message>
        <source>two copies of this laptop are at work: put one away</source>
        <translation>dua laptop berisi sama: pakai satu saja</translation>
    </message>
    <message>
        <source>her laptop was put back from a backup: make a receipt, it fills it again</source>
        <translation>laptopnya dipulihkan dari cadangan: buat tanda terima, isinya kembali</translation>
    </message>
    <message>
        <source>a file of hers could not be taken in: ask her to send again</source>
        <translation>satu berkas darinya tidak dapat dibuka: minta ia mengirim lagi</translation>
    </message>
    <message>
        <source>ask for the next bundle</source>
        <translation>minta kiriman berikutnya</translation>
    </message>
    <message>
        <source>ask for the earlier bundles</source>
        <translation>minta kiriman yang terlewat</translation>
    </message>
    <message>
        <source>ask her to look at an entry again</source>
        <translation>minta memeriksa isiannya lagi</translation>
    </message>
</context>
<context>
    <name>Carrier</name>
    <message>
        <source>the next bundle</source>
        <translation>kiriman berikutnya</translation>
    </message>
    <message>
        <source>the next receipt</source>
        <translation>tanda terima berikutnya</translation>
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
        <source>It takes a moment only. Backups made before, and the key file of before wherever it was copied, still open with the old one.</source>
        <translation>Hanya sebentar. Cadangan yang dibuat sebelumnya dan berkas kunci sebelumnya, juga salinannya, masih terbuka dengan kata sandi lama.</translation>
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
    <name>ChangedMeanwhileDialog</name>
    <message>
        <source>Changed by somebody else meanwhile</source>
        <translation>Sudah diubah orang lain</translation>
    </message>
    <message>
        <source>Since this draft was begun, other answers came in for:</source>
        <translation>Sejak draf ini dimulai, ada isian lain yang masuk untuk:</translation>
    </message>
    <message>
        <source>Both answers stay in the history.</source>
        <translation>Kedua isian tetap ada di riwayat.</translation>
    </message>
    <message>
        <source>Not now, keep the draft</source>
        <translation>Nanti saja, draf tetap ada</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Simpan isian saya</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>chart</source>
        <extracomment>A narrower list, at scale 1, leaves out the ages and z-scores.</extracomment>
        <translation>grafik</translation>
    </message>
    <message>
        <source>list</source>
        <translation>daftar</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>berat</translation>
    </message>
    <message>
        <source>length</source>
        <translation>panjang</translation>
    </message>
    <message>
        <source>head</source>
        <translation>kepala</translation>
    </message>
    <message>
        <source>N gained</source>
        <translation>N naik</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>diukur</translation>
    </message>
    <message>
        <source>T not gained</source>
        <translation>T tidak naik</translation>
    </message>
    <message>
        <source>B first, O not last month, birth</source>
        <translation>B pertama, O bulan lalu tidak, lahir</translation>
    </message>
    <message>
        <source>birth</source>
        <translation>lahir</translation>
    </message>
    <message>
        <source>not plausible</source>
        <translation>tidak wajar</translation>
    </message>
    <message>
        <source>least gain (KBM)</source>
        <translation>kenaikan paling sedikit (KBM)</translation>
    </message>
    <message>
        <source>No weight yet.</source>
        <translation>Belum ada timbangan.</translation>
    </message>
    <message>
        <source>No length yet.</source>
        <translation>Belum ada ukuran panjang.</translation>
    </message>
    <message>
        <source>No day yet with both weight and length.</source>
        <translation>Belum ada hari dengan berat dan panjang sekaligus.</translation>
    </message>
    <message>
        <source>No head circumference yet.</source>
        <translation>Belum ada ukuran lingkar kepala.</translation>
    </message>
    <message>
        <source>No chart: the sex is not known here.</source>
        <translation>Tidak ada grafik: jenis kelaminnya tidak dikenal di sini.</translation>
    </message>
    <message>
        <source>Which chart</source>
        <translation>Grafik yang mana</translation>
    </message>
    <message>
        <source>Points, the newest first</source>
        <translation>Titik, yang terbaru di atas</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>Buka kunjungan</translation>
    </message>
    <message>
        <source>Weight and length are entered in the visit of each month.</source>
        <translation>Berat dan panjang diisi dalam kunjungan tiap bulan.</translation>
    </message>
    <message>
        <source>open the visit</source>
        <translation>buka kunjungan titik ini</translation>
    </message>
    <message>
        <source>new referral</source>
        <translation>buat rujukan</translation>
    </message>
    <message>
        <source>choose a point</source>
        <translation>pilih titik</translation>
    </message>
    <message>
        <source>another chart</source>
        <translation>ganti grafik</translation>
    </message>
    <message>
        <source>print</source>
        <translation>cetak</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart {index}: {title}, {count} points</source>
        <extracomment>As drawn, and the least that can be read, at scale 1. How near the mouse has to come to a point.</extracomment>
        <translation>Grafik {index}: {title}, {count} titik</translation>
    </message>
</context>
<context>
    <name>CheckTask</name>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Everything in this list is kept; nothing is lost while it waits.</source>
        <translation>Semua di daftar ini tetap ada; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Differ: two people wrote different things. Choose together what is right.</source>
        <translation>Berbeda: dua orang menulis isian yang berbeda. Pilih bersama mana yang benar.</translation>
    </message>
    <message>
        <source>To be repaired: a value lies outside its limits and is not used.</source>
        <translation>Perlu diperbaiki: ada isian di luar batas, jadi belum dipakai.</translation>
    </message>
    <message>
        <source>Look again: each entry is possible, together they are not.</source>
        <translation>Perlu dipastikan: ada isian yang tidak cocok dengan isian lain.</translation>
    </message>
    <message>
        <source>Questions: about an entry, not settled yet. Answer, or read the answer and settle it.</source>
        <translation>Pertanyaan: tentang suatu isian, belum selesai. Jawab, atau baca jawabannya lalu tandai selesai.</translation>
    </message>
    <message>
        <source>Missing numbers: records that have not come from another laptop yet.</source>
        <translation>Belum sampai: catatan dari laptop lain yang belum diterima di laptop ini.</translation>
    </message>
    <message>
        <source>May be the same: one person or household, perhaps entered twice.</source>
        <translation>Mungkin dobel: satu orang atau rumah tangga yang mungkin dicatat dua kali.</translation>
    </message>
</context>
<context>
    <name>CheckTrack</name>
    <message>
        <source>no check recorded yet</source>
        <translation>belum ada periksa yang tercatat</translation>
    </message>
    <message>
        <source>Trimester {number}</source>
        <translation>Trimester {number}</translation>
    </message>
    <message>
        <source>week {week}</source>
        <translation>minggu {week}</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>{had} checks, {needed} are needed</source>
        <translation>{had} kali, perlu {needed}</translation>
    </message>
    <message>
        <source>Nifas, born {day}</source>
        <translation>Nifas, melahirkan {day}</translation>
    </message>
    <message>
        <source>Nifas, if born on {day}</source>
        <translation>Nifas, bila lahir {day}</translation>
    </message>
</context>
<context>
    <name>ChildSide</name>
    <message>
        <source>Growth of this child</source>
        <translation>Pertumbuhan</translation>
    </message>
    <message>
        <source>History of this child</source>
        <translation>Riwayat anak ini</translation>
    </message>
    <message>
        <source>Visit of this month</source>
        <translation>Kunjungan bulan ini</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>lahir {day}</translation>
    </message>
    <message>
        <source>{count} doses delayed</source>
        <translation>{count} dosis tertunda</translation>
    </message>
    <message>
        <source>{count} doses missing</source>
        <translation>{count} dosis belum</translation>
    </message>
    <message>
        <source>For this quarter&apos;s scorecard</source>
        <translation>Untuk rapor triwulan ini</translation>
    </message>
    <message>
        <source>Basic immunization</source>
        <translation>Imunisasi dasar</translation>
    </message>
    <message>
        <source>not counted in this quarter</source>
        <translation>tidak dihitung dalam triwulan ini</translation>
    </message>
    <message>
        <source>{count} of {needed} doses</source>
        <translation>{count} dari {needed} dosis</translation>
    </message>
    <message>
        <source>lacking {doses}; can still be made up for</source>
        <translation>kurang {doses}; masih bisa dikejar</translation>
    </message>
    <message>
        <source>lacking {doses}; not all in this quarter</source>
        <translation>kurang {doses}; tidak semua bisa dalam triwulan ini</translation>
    </message>
    <message>
        <source>rests on a date to be checked</source>
        <translation>ada tanggal yang perlu dicek</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type a part of the name</source>
        <translation>Ketik sebagian namanya</translation>
    </message>
    <message>
        <source>No name like this. Try fewer letters.</source>
        <translation>Tidak ada nama seperti itu. Coba lebih sedikit huruf.</translation>
    </message>
</context>
<context>
    <name>CodeCheck</name>
    <message>
        <source>Type two groups from what you wrote down:</source>
        <extracomment>As the code itself is read back: what is easily mistaken counts as the same.</extracomment>
        <translation>Ketik dua kelompok dari yang Anda tulis:</translation>
    </message>
    <message>
        <source>Show the code again</source>
        <translation>Tampilkan kodenya lagi</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Kelompok {number}</translation>
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
        <source>I wrote it down</source>
        <translation>Sudah saya tulis</translation>
    </message>
    <message>
        <source>Type it back…</source>
        <translation>Ketik ulang kodenya…</translation>
    </message>
    <message>
        <source>Print it, save it to a file or write it down. Then type two groups of it back.</source>
        <translation>Cetak, simpan ke berkas, atau tulis di kertas. Lalu ketik ulang dua kelompoknya.</translation>
    </message>
    <message>
        <source>Print it or save it to a file, then go on.</source>
        <translation>Cetak atau simpan ke berkas dulu, lalu lanjut.</translation>
    </message>
    <message>
        <source>Saved, and only you can read it: {file}</source>
        <translation>Tersimpan, hanya Anda yang dapat membacanya: {file}</translation>
    </message>
    <message>
        <source>Saved: {file}. Whoever holds that stick can read it: lock it away.</source>
        <translation>Tersimpan: {file}. Siapa pun yang memegang flashdisk itu dapat membacanya: simpan di tempat terkunci.</translation>
    </message>
    <message>
        <source>Handed to the printer. Look whether the sheet came out before you go on.</source>
        <translation>Sudah dikirim ke printer. Lihat dulu apakah lembarnya keluar, lalu lanjut.</translation>
    </message>
    <message>
        <source>The printer takes nothing. Check whether it is on and connected, or save to a file.</source>
        <translation>Printer tidak menerima. Periksa apakah menyala dan tersambung, atau simpan ke berkas.</translation>
    </message>
    <message>
        <source>It fits what you wrote down. Keep it locked away.</source>
        <translation>Cocok dengan yang Anda tulis. Simpan di tempat terkunci.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>The only other way in when the password is forgotten. It is shown this once. Keep it outside this laptop, not on the stick that travels.</source>
        <translation>Satu-satunya jalan lain bila kata sandi terlupa. Kode hanya tampil sekali ini. Simpan di luar laptop, jangan di flashdisk yang dibawa-bawa.</translation>
    </message>
    <message>
        <source>recovery-code-{name}.txt</source>
        <translation>kode-pemulihan-{name}.txt</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Simpan kode pemulihan</translation>
    </message>
</context>
<context>
    <name>ColumnDelegate</name>
    <message>
        <source>Cannot be shown: {key}</source>
        <extracomment>Below this width, at scale 1, columns that are only for wide lists are left out.</extracomment>
        <translation>Tidak bisa ditampilkan: {key}</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>sudah dijawab</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>menunggu jawaban Anda</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>menunggu jawaban</translation>
    </message>
    <message>
        <source>1 open question</source>
        <translation>1 pertanyaan terbuka</translation>
    </message>
    <message>
        <source>{count} open questions</source>
        <translation>{count} pertanyaan terbuka</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Read them to each other by telephone. Compare all eight.</source>
        <translation>Bacakan satu sama lain lewat telepon. Cocokkan kedelapannya.</translation>
    </message>
    <message>
        <source>Compare later</source>
        <translation>Cocokkan nanti</translation>
    </message>
    <message>
        <source>Some differ</source>
        <translation>Ada yang berbeda</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>Semua sama</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>The eight words are the same: it is really your supervisor who receives.</source>
        <translation>Kedelapan kata sama: yang menerima benar penyelia Anda.</translation>
    </message>
    <message>
        <source>Some of the words differ</source>
        <translation>Ada kata yang berbeda</translation>
    </message>
    <message>
        <source>Then the invitation may come from somebody else, and nothing shall go there any more.</source>
        <translation>Kalau begitu undangan ini mungkin bukan dari penyelia Anda, dan tidak boleh ada lagi yang dikirim ke sana.</translation>
    </message>
    <message>
        <source>Everything stays on this laptop. Ask your supervisor for a new invitation.</source>
        <translation>Semua isian tetap ada di laptop ini. Minta undangan baru kepada penyelia.</translation>
    </message>
    <message>
        <source>Give up this invitation</source>
        <translation>Buang undangan ini</translation>
    </message>
    <message>
        <source>The invitation was given up; nothing is lost. Open a new one from your supervisor.</source>
        <translation>Undangan dibuang; tidak ada isian yang hilang. Buka undangan baru dari penyelia Anda.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ConfirmValueDialog</name>
    <message>
        <source>Is it right?</source>
        <translation>Sudah benar?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>For example: measured twice. May be empty.</source>
        <translation>Misalnya: sudah diukur dua kali. Boleh kosong.</translation>
    </message>
    <message>
        <source>The warning is not shown again for this value.</source>
        <translation>Peringatan ini tidak muncul lagi untuk isian ini.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Sudah benar</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Tulis alasannya.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Entries made without knowing of each other. Ask if in doubt, then choose the right one.</source>
        <translation>Diisi di laptop berbeda tanpa saling tahu. Tanyakan bila ragu, lalu pilih yang benar.</translation>
    </message>
    <message>
        <source>An entry they rest on has not come yet and may settle it: wait for it, or choose now.</source>
        <translation>Catatan sebelumnya yang belum sampai mungkin menyelesaikannya: tunggu dulu, atau pilih sekarang.</translation>
    </message>
    <message>
        <source>What is not chosen stays in the history. The choice travels to all laptops.</source>
        <translation>Isian yang tidak dipilih tetap ada di riwayat. Pilihan ini ikut terkirim ke semua laptop.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>Pilih isian</translation>
    </message>
    <message>
        <source>Two entries differ: {field}</source>
        <translation>Dua isian berbeda: {field}</translation>
    </message>
    <message>
        <source>{count} entries differ: {field}</source>
        <translation>{count} isian berbeda: {field}</translation>
    </message>
    <message>
        <source>Months before: {values}</source>
        <translation>Bulan sebelumnya: {values}</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Isian {number}</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Diisi oleh</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>laptop ini</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>Enter another number</source>
        <translation>Isi angka lain</translation>
    </message>
    <message>
        <source>Choose entry {number}</source>
        <translation>Pilih isian {number}</translation>
    </message>
    <message>
        <source>Press once more if it is right.</source>
        <translation>Tekan sekali lagi bila sudah benar.</translation>
    </message>
    <message>
        <source>{field}: {value} is the entry that counts now, here and soon on all laptops.</source>
        <translation>{field}: sekarang {value} yang berlaku, di sini dan nanti di semua laptop.</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>{count}, the last since {since}: something is wrong with this laptop. What it wrote is kept and counts, up to a limit. Call its owner; if nobody knows why, revoke it and let another laptop in.</source>
        <translation>{count}, yang terakhir sejak {since}: ada yang tidak beres dengan laptop ini. Catatannya disimpan dan dihitung, sampai batas tertentu. Hubungi pemiliknya; kalau tidak ada yang tahu sebabnya, blokir laptop ini dan terima laptop lain.</translation>
    </message>
    <message>
        <source>Two since {since}: the disk was copied, and both laptops were used after that. What both wrote is kept and counts. Let one of them be put away; the other asks for everything with its next bundle.</source>
        <translation>Dua sejak {since}: disknya disalin, lalu kedua laptop dipakai. Yang ditulis di keduanya tetap ada dan dihitung. Minta pakai satu saja; laptop itu meminta sisanya lewat kiriman berikutnya.</translation>
    </message>
    <message>
        <source>Two since {since}: the laptop went on from a copy or a backup. What was written before and after is kept and counts; there is nothing to do.</source>
        <translation>Dua sejak {since}: laptop ini melanjutkan dari salinan atau cadangan. Yang ditulis sebelum dan sesudahnya tetap ada dan dihitung; tidak perlu berbuat apa-apa.</translation>
    </message>
    <message>
        <source>This laptop&apos;s disk was once copied or put back. Nothing is lost: what is missing comes with a receipt.</source>
        <translation>Disk laptop ini pernah disalin atau dipulihkan. Tidak ada yang hilang: yang kurang datang lewat tanda terima.</translation>
    </message>
    <message>
        <source>This laptop&apos;s disk was once copied or put back; since {since} there are two runs of its records. All of them are kept, nothing is lost.</source>
        <translation>Disk laptop ini pernah disalin atau dipulihkan; sejak {since} ada dua rangkaian catatannya. Semuanya tetap ada, tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>If another laptop with the same disk is still used, put one of the two away.</source>
        <translation>Bila laptop lain dengan disk yang sama masih dipakai, pakai satu saja.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>tgl-bln-thn</translation>
    </message>
    <message>
        <source>Day, month and year, such as 19-11-2026. Type it again.</source>
        <translation>Tanggal, bulan, dan tahun, misalnya 19-11-2026. Ketik lagi.</translation>
    </message>
    <message>
        <source>This month has no such day. Look again.</source>
        <translation>Tanggal itu tidak ada di kalender. Periksa lagi.</translation>
    </message>
    <message>
        <source>Not before {day}. Look again.</source>
        <translation>Paling awal {day}. Periksa lagi.</translation>
    </message>
    <message>
        <source>Not after {day}. Look again.</source>
        <translation>Paling akhir {day}. Periksa lagi.</translation>
    </message>
</context>
<context>
    <name>DayCells</name>
    <message>
        <source>not asked</source>
        <translation>tidak ditanyakan</translation>
    </message>
    <message>
        <source>two entries</source>
        <translation>dua isian</translation>
    </message>
    <message>
        <source>nifas, day {days}</source>
        <translation>nifas hari ke-{days}</translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation>hamil</translation>
    </message>
    <message>
        <source>pregnant {months} m</source>
        <translation>hamil {months} bln</translation>
    </message>
    <message>
        <source>B</source>
        <translation>L</translation>
    </message>
    <message>
        <source>G</source>
        <translation>P</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} hr</translation>
    </message>
    <message>
        <source>{months} m</source>
        <translation>{months} bln</translation>
    </message>
    <message>
        <source>not weighed</source>
        <translation>tidak ditimbang</translation>
    </message>
    <message>
        <source>lying</source>
        <translation>telentang</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>berdiri</translation>
    </message>
    <message>
        <source>open</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>{code} today</source>
        <translation>{code} hari ini</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} kali</translation>
    </message>
    <message>
        <source>{count} tablets</source>
        <translation>{count} tablet</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>periksa lagi</translation>
    </message>
    <message>
        <source>up {kg} kg</source>
        <translation>naik {kg} kg</translation>
    </message>
    <message>
        <source>down {kg} kg</source>
        <translation>turun {kg} kg</translation>
    </message>
    <message>
        <source>the same weight</source>
        <translation>berat tetap</translation>
    </message>
</context>
<context>
    <name>DayMenu</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>{dose}, catching up</source>
        <translation>{dose}, kejar</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>open</source>
        <translation>belum diisi</translation>
    </message>
</context>
<context>
    <name>DaySaving</name>
    <message>
        <source>Nothing new has been entered here.</source>
        <translation>Belum ada isian baru di sini.</translation>
    </message>
</context>
<context>
    <name>DaySearch</name>
    <message>
        <source>Search: type letters of a name</source>
        <translation>Cari: ketik huruf nama</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} dari {count} cocok</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>doses</source>
        <translation>imunisasi</translation>
    </message>
    <message>
        <source>history</source>
        <translation>riwayat</translation>
    </message>
    <message>
        <source>pregnancy</source>
        <translation>kehamilan</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>No</source>
        <extracomment>Words stand so far from the edges of a column, and of one narrower than this.</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>Name of the child</source>
        <translation>Nama anak</translation>
    </message>
    <message>
        <source>mother · age</source>
        <translation>ibu · umur</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Terakhir</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Panjang/tinggi</translation>
    </message>
    <message>
        <source>cm, how</source>
        <translation>cm, cara ukur</translation>
    </message>
    <message>
        <source>Mat</source>
        <translation>Tikar</translation>
    </message>
    <message>
        <source>M/K/H</source>
        <translation>M/K/H</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>Imunisasi</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>capsule</source>
        <translation>kapsul</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>Ayah</translation>
    </message>
    <message>
        <source>couns.</source>
        <translation>konsel.</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Ibu</translation>
    </message>
    <message>
        <source>Oedema</source>
        <translation>Edema</translation>
    </message>
    <message>
        <source>Feeding</source>
        <translation>Makan</translation>
    </message>
    <message>
        <source>Worms</source>
        <translation>Obat</translation>
    </message>
    <message>
        <source>medicine</source>
        <translation>cacing</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>1–5</source>
        <translation>1–5</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>parents</source>
        <translation>orang tua</translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation>Status gizi</translation>
    </message>
    <message>
        <source>Vitamin A</source>
        <translation>Vit. A</translation>
    </message>
    <message>
        <source>milk, solids</source>
        <translation>ASI, MP-ASI</translation>
    </message>
    <message>
        <source>WHO z-score</source>
        <translation>nilai z WHO</translation>
    </message>
    <message>
        <source>Name of the mother</source>
        <translation>Nama ibu</translation>
    </message>
    <message>
        <source>pregnant or nifas</source>
        <translation>hamil atau nifas</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Tensi</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>bulan ini</translation>
    </message>
    <message>
        <source>Iron, MMS</source>
        <translation>TTD / MMS</translation>
    </message>
    <message>
        <source>tablets taken</source>
        <translation>diminum bulan ini</translation>
    </message>
    <message>
        <source>Counselling</source>
        <translation>Konseling</translation>
    </message>
    <message>
        <source>nutrition, class</source>
        <translation>gizi, kelas ibu</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Jenis tablet</translation>
    </message>
    <message>
        <source>1 Fe, 2 MMS</source>
        <translation>1 Fe, 2 MMS</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Tanda bahaya</translation>
    </message>
    <message>
        <source>1–8</source>
        <translation>1–8</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Yang terlihat</translation>
    </message>
    <message>
        <source>limits of the KIA book</source>
        <translation>batas Buku KIA</translation>
    </message>
    <message>
        <source>children</source>
        <translation>anak</translation>
    </message>
    <message>
        <source>with a card</source>
        <translation>punya KMS</translation>
    </message>
    <message>
        <source>weighed</source>
        <translation>ditimbang</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>naik</translation>
    </message>
    <message>
        <source>did not gain</source>
        <translation>tidak naik</translation>
    </message>
    <message>
        <source>not last month</source>
        <translation>bulan lalu tidak</translation>
    </message>
    <message>
        <source>first time</source>
        <translation>pertama</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>tidak hadir</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>perlu dicek</translation>
    </message>
    <message>
        <source>mothers in the list</source>
        <translation>ibu terdaftar</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>diisi</translation>
    </message>
    <message>
        <source>got tablets</source>
        <translation>dapat tablet</translation>
    </message>
    <message>
        <source>to be referred</source>
        <translation>perlu dirujuk</translation>
    </message>
    <message>
        <source>Pregnant mothers</source>
        <translation>Ibu hamil</translation>
    </message>
    <message>
        <source>Mothers in nifas</source>
        <translation>Ibu nifas</translation>
    </message>
    <message>
        <source>Guests of another posyandu</source>
        <translation>Tamu dari posyandu lain</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} orang</translation>
    </message>
</context>
<context>
    <name>DayTold</name>
    <message>
        <source>Refer today: {facts}.</source>
        <extracomment>What stands where nothing is known or asked. How the cadres call the vaccine of five, in a column that has no room for all of it.</extracomment>
        <translation>Rujuk hari ini: {facts}.</translation>
    </message>
    <message>
        <source>doses today: {names}</source>
        <translation>dosis hari ini: {names}</translation>
    </message>
    <message>
        <source>guest of another posyandu</source>
        <translation>tamu dari posyandu lain</translation>
    </message>
    <message>
        <source>{names} has a draft of it too</source>
        <translation>{names} juga punya drafnya</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>lahir {day}</translation>
    </message>
    <message>
        <source>gave birth {day}</source>
        <translation>melahirkan {day}</translation>
    </message>
    <message>
        <source>HPL {day}</source>
        <translation>HPL {day}</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Did not come</source>
        <extracomment>With the headings.</extracomment>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <source>stays in this month&apos;s tasks: visit at home</source>
        <translation>tetap di Tugas bulan ini: kunjungi di rumah</translation>
    </message>
    <message>
        <source>write a referral</source>
        <translation>buat rujukan</translation>
    </message>
    <message>
        <source>it is right</source>
        <translation>sudah benar</translation>
    </message>
</context>
<context>
    <name>DeathForm</name>
    <message>
        <source>Died</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Day of death</source>
        <translation>Tanggal meninggal</translation>
    </message>
    <message>
        <source>Father, grandmother or somebody else</source>
        <translation>Ayah, nenek atau orang lain</translation>
    </message>
    <message>
        <source>Who cares for the children now</source>
        <translation>Pengasuh anak sekarang</translation>
    </message>
    <message>
        <source>The children stay targets and are visited as before.</source>
        <translation>Anak-anaknya tetap sasaran dan dikunjungi seperti biasa.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>{count} entries</source>
        <translation>{count} isian</translation>
    </message>
    <message>
        <source>{count} entries in {villages} villages are noted as right, all of them for the one reason below.</source>
        <translation>{count} isian di {villages} desa dicatat sudah benar, semuanya dengan satu alasan di bawah ini.</translation>
    </message>
    <message>
        <source>They are not asked about again. It can be undone right afterwards.</source>
        <translation>Tidak ditanyakan lagi. Sesudahnya masih bisa dikembalikan.</translation>
    </message>
    <message>
        <source>Undone: it is asked about again.</source>
        <translation>Dikembalikan: ditanyakan lagi.</translation>
    </message>
    <message>
        <source>The question is settled.</source>
        <translation>Pertanyaan selesai.</translation>
    </message>
</context>
<context>
    <name>DecisionSide</name>
    <message>
        <source>Compare</source>
        <translation>Bandingkan dan pilih</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Sudah benar</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Entries differ</source>
        <extracomment>The kinds of rows, each a choice of the filter. More rows of one kind than anybody works through at a time; the rest follows as these are done.</extracomment>
        <translation>Isian berbeda</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>Perlu dipastikan</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>Belum sampai</translation>
    </message>
    <message>
        <source>May be the same</source>
        <translation>Mungkin dobel</translation>
    </message>
    <message>
        <source>{count}, the first {shown} are listed</source>
        <translation>{count}, {shown} yang pertama ditampilkan</translation>
    </message>
    <message>
        <source>waiting for you {count}</source>
        <translation>menunggu jawaban Anda {count}</translation>
    </message>
    <message>
        <source>answered {count}</source>
        <translation>sudah dijawab {count}</translation>
    </message>
    <message>
        <source>waiting for the supervisor {count}</source>
        <translation>menunggu penyelia {count}</translation>
    </message>
    <message>
        <source>waiting for the cadre {count}</source>
        <translation>menunggu jawaban kader {count}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>declared lost</source>
        <translation>dinyatakan hilang</translation>
    </message>
    <message>
        <source>Numbers {numbers}</source>
        <translation>Catatan nomor {numbers}</translation>
    </message>
    <message>
        <source>from the laptop of {name}</source>
        <translation>dari laptop {name}</translation>
    </message>
    <message>
        <source>The entries were made without knowing of each other. All of them are kept; one must be chosen. Until then the newest one is shown.</source>
        <translation>Diisi di laptop berbeda tanpa saling tahu. Semuanya tersimpan; pilih salah satu. Sampai saat itu yang terbaru yang ditampilkan.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Perhaps one person, recorded in two villages. Until somebody says so both count. Ask both cadres who moved and when.</source>
        <translation>Mungkin satu orang, tercatat di dua desa. Selama belum dijawab, keduanya dihitung. Tanyakan kepada kedua kader: pindah ke mana, dan kapan.</translation>
    </message>
    <message>
        <source>Perhaps one and the same, entered twice. Until somebody merges them both count. The cadre knows best: ask if in doubt.</source>
        <translation>Mungkin satu orang atau rumah tangga yang dicatat dua kali. Sebelum digabungkan keduanya dihitung. Kaderlah yang paling tahu: tanyakan bila ragu.</translation>
    </message>
    <message>
        <source>By {name}, {moment}</source>
        <translation>Oleh {name}, {moment}</translation>
    </message>
    <message>
        <source>The whole row is not used. {why}</source>
        <translation>Seluruh catatan ini tidak dipakai. {why}</translation>
    </message>
    <message>
        <source>Look at it again in the visit of that month and enter anew what is right. Nothing is lost.</source>
        <translation>Periksa lagi di kunjungan bulan itu dan isi lagi yang benar. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>It cannot be mended: its own id contradicts what is in it. Enter the record once more in a visit, then mark this row as entered in error. It stays in the history.</source>
        <translation>Catatan ini rusak, tidak dapat diperbaiki. Isi sekali lagi lewat kunjungan, lalu tandai yang ini keliru dicatat. Riwayatnya tetap ada.</translation>
    </message>
    <message>
        <source>Mark as entered in error…</source>
        <translation>Tandai keliru dicatat…</translation>
    </message>
    <message>
        <source>Written: {value}. {why}</source>
        <translation>Tertulis: {value}. {why}</translation>
    </message>
    <message>
        <source>Until it is repaired the field counts as empty.</source>
        <translation>Sampai diperbaiki, isian ini dianggap kosong.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s laptop does not use this entry.</source>
        <translation>Laptop penyelia tidak memakai isian ini.</translation>
    </message>
    <message>
        <source>Until it is repaired {value} counts.</source>
        <translation>Sampai diperbaiki, yang dipakai {value}.</translation>
    </message>
    <message>
        <source>Ask {name} what is right, then repair it here or let it be entered anew there.</source>
        <translation>Tanyakan kepada {name} mana yang benar, lalu perbaiki di sini atau minta diisi lagi di sana.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Perbaiki</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>Buka kunjungan</translation>
    </message>
    <message>
        <source>Something it rests on has not come yet. It comes with a later bundle, or it is entered here.</source>
        <translation>Ada catatan lain yang belum sampai. Nanti datang lewat kiriman lain, atau diisi di sini.</translation>
    </message>
    <message>
        <source>Each entry is possible by itself, together they are not. What is there counts until it is mended.</source>
        <translation>Isian ini tidak cocok dengan isian lain. Yang ada tetap dipakai sampai diperbaiki.</translation>
    </message>
    <message>
        <source>It may be right: then confirm it, and it is asked no more.</source>
        <translation>Bila memang benar, pilih Sudah benar; tidak ditanyakan lagi.</translation>
    </message>
    <message>
        <source>Ask {name}.</source>
        <translation>Tanyakan kepada {name}.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Open the household</source>
        <translation>Buka rumah tangga</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Sekarang: {value}</translation>
    </message>
    <message>
        <source>Open the question</source>
        <translation>Buka pertanyaan</translation>
    </message>
    <message>
        <source>Records {numbers} from the laptop of {name} were declared lost. Should they come after all, they are taken.</source>
        <translation>Catatan nomor {numbers} dari laptop {name} sudah dinyatakan hilang. Bila datang juga, tetap diambil.</translation>
    </message>
    <message>
        <source>Want them again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>Records {numbers} from the laptop of {name} have not come. Usually a bundle is still on a stick: ask for it, or let the cadre send everything again. What came in counts already.</source>
        <translation>Catatan nomor {numbers} dari laptop {name} belum sampai. Biasanya masih ada kiriman di flashdisk: minta kiriman itu, atau minta kader mengirim ulang semuanya. Yang sudah masuk tetap dihitung.</translation>
    </message>
    <message>
        <source>Records {numbers} from the laptop of {name} have not come. This laptop asks for them with its next bundle; they come with a receipt. What came in counts already.</source>
        <translation>Catatan nomor {numbers} dari laptop {name} belum sampai. Laptop ini memintanya lewat kiriman berikutnya; datangnya lewat tanda terima. Yang sudah masuk tetap dihitung.</translation>
    </message>
    <message>
        <source>Declare lost…</source>
        <translation>Nyatakan hilang…</translation>
    </message>
</context>
<context>
    <name>DecisionsCounted</name>
    <message>
        <source>{count} differ</source>
        <translation>{count} isian berbeda</translation>
    </message>
    <message>
        <source>{count} to repair</source>
        <translation>{count} perlu diperbaiki</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count} belum sampai</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} pertanyaan</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>What no laptop can decide by itself</source>
        <translation>Yang perlu Anda putuskan</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>Yang menunggu keputusan</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Tidak ada yang menunggu keputusan</translation>
    </message>
    <message>
        <source>Do what the button of the chosen row says</source>
        <translation>Jalankan tombol untuk yang dipilih</translation>
    </message>
    <message>
        <source>What is shown</source>
        <extracomment>How far from the left of the list a click marks instead of choosing.</extracomment>
        <translation>Yang tampil</translation>
    </message>
    <message>
        <source>Confirm that the chosen entry, or all that are marked, are right</source>
        <translation>Nyatakan sudah benar: isian ini, atau semua yang dipilih</translation>
    </message>
    <message>
        <source>Mark an entry that may be right; Ctrl+A marks all that are shown</source>
        <translation>Tandai isian yang mungkin benar; Ctrl+A: semua yang tampil</translation>
    </message>
    <message>
        <source>The chosen question is settled</source>
        <translation>Pertanyaan yang dipilih selesai</translation>
    </message>
    <message>
        <source>History of the person</source>
        <translation>Riwayat orangnya</translation>
    </message>
    <message>
        <source>{count} wait for a decision: {kinds}</source>
        <translation>{count} menunggu keputusan: {kinds}</translation>
    </message>
    <message>
        <source>Confirm the {count} that are marked…</source>
        <translation>Sudah benar: {count} yang dipilih…</translation>
    </message>
    <message>
        <source>Confirm all {count} shown…</source>
        <translation>Sudah benar: semua {count} yang tampil…</translation>
    </message>
    <message>
        <source>Noted as right; it is asked no more.</source>
        <translation>Dicatat sudah benar; tidak ditanyakan lagi.</translation>
    </message>
    <message>
        <source>{count} entries are noted as right; they are asked about no more.</source>
        <translation>{count} isian dicatat sudah benar; tidak ditanyakan lagi.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>Perlu dicek</translation>
    </message>
    <message>
        <source>What only you can clear up, with nothing lost meanwhile</source>
        <translation>Hanya Anda yang tahu jawabannya; tidak ada yang hilang</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Berbeda</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Perlu dipastikan</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>Belum sampai</translation>
    </message>
    <message>
        <source>May be the same</source>
        <translation>Mungkin dobel</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>tidak diisi</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tandai</translation>
    </message>
    <message>
        <source>mark all that are shown</source>
        <translation>tandai semua yang tampil</translation>
    </message>
    <message>
        <source>Entries that differ, values to be repaired, what should be looked at again, questions, missing numbers and what may be entered twice appear here.</source>
        <translation>Isian yang berbeda, isian yang perlu diperbaiki atau dipastikan, pertanyaan, catatan yang belum sampai, dan yang mungkin dobel tampil di sini.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Save a backup…</source>
        <extracomment>What `go` knows beside pages and tabs: somebody&apos;s history, a child&apos;s growth or doses, a mother&apos;s pregnancy, a cadre&apos;s list of doubts, the lock and the help.</extracomment>
        <translation>Simpan cadangan…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Who can open this profile…</source>
        <translation>Siapa yang dapat membuka…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Entries to be looked at again</source>
        <translation>Isian yang perlu dicek</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Help with the keys</source>
        <translation>Bantuan tombol</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
    <message>
        <source>Add a household</source>
        <translation>Tambah rumah tangga</translation>
    </message>
    <message>
        <source>Invite a cadre…</source>
        <translation>Undang kader…</translation>
    </message>
    <message>
        <source>Hand out households…</source>
        <translation>Bagi tugas rumah tangga…</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Undang</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Bagi</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Make the receipts that are due</source>
        <translation>Buat tanda terima yang belum dibuat</translation>
    </message>
    <message>
        <source>Open bundles…</source>
        <translation>Buka kiriman…</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Buat</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Open receipts…</source>
        <translation>Buka tanda terima…</translation>
    </message>
    <message>
        <source>copy keep archive</source>
        <translation>salinan backup arsip</translation>
    </message>
    <message>
        <source>recovery code key user password remove</source>
        <translation>kode pemulihan kunci ulang pengguna hapus</translation>
    </message>
    <message>
        <source>new person child pregnant woman</source>
        <translation>orang baru anak ibu hamil</translation>
    </message>
    <message>
        <source>new family</source>
        <translation>keluarga baru kk</translation>
    </message>
    <message>
        <source>tasks give</source>
        <translation>serahkan kader</translation>
    </message>
    <message>
        <source>upload stick internet</source>
        <translation>unggah flashdisk stik internet</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Nothing has been recorded on this laptop yet</source>
        <translation>Belum ada isian di laptop ini</translation>
    </message>
    <message>
        <source>The supervisor has received everything</source>
        <translation>Semua sudah diterima penyelia</translation>
    </message>
    <message>
        <source>{count} records are kept on this laptop · no supervisor yet</source>
        <translation>{count} catatan tersimpan di laptop ini · belum ada penyelia</translation>
    </message>
    <message>
        <source>Received by the supervisor: nothing yet</source>
        <translation>Diterima penyelia: belum ada</translation>
    </message>
    <message>
        <source>Received by the supervisor: records up to {day}</source>
        <translation>Diterima penyelia: catatan sampai {day}</translation>
    </message>
    <message>
        <source>{count} wait: choose a place on the page Send</source>
        <translation>{count} belum dikirim: pilih tempat kirim di Kirim</translation>
    </message>
    <message>
        <source>{count} wait for the line</source>
        <translation>{count} menunggu internet</translation>
    </message>
    <message>
        <source>{count} leave by themselves</source>
        <translation>{count} akan terkirim otomatis</translation>
    </message>
    <message>
        <source>{count} wait for the stick</source>
        <translation>{count} menunggu flashdisk</translation>
    </message>
    <message>
        <source>{count} wait for a receipt</source>
        <translation>{count} menunggu tanda terima</translation>
    </message>
    <message>
        <source>{waiting} since {day}</source>
        <translation>{waiting} sejak {day}</translation>
    </message>
    <message>
        <source>{count} wait since {day}: choose a place on the page Send</source>
        <translation>{count} belum dikirim sejak {day}: pilih tempat kirim di Kirim</translation>
    </message>
    <message>
        <source>{server} is tried again at {clock}</source>
        <translation>{server} dicoba lagi pukul {clock}</translation>
    </message>
    <message>
        <source>{count} laptops deliver here</source>
        <translation>{count} laptop mengirim ke sini</translation>
    </message>
    <message>
        <source>{count} wait for a decision</source>
        <translation>{count} menunggu keputusan</translation>
    </message>
    <message>
        <source>No laptop delivers here yet</source>
        <translation>Belum ada laptop yang mengirim ke sini</translation>
    </message>
</context>
<context>
    <name>DigitsField</name>
    <message>
        <source>Digits only, {many} of them.</source>
        <translation>Hanya angka, {many} angka.</translation>
    </message>
    <message>
        <source>{count} digits: there must be {many}.</source>
        <translation>Terisi {count} angka; perlu {many}.</translation>
    </message>
</context>
<context>
    <name>DosePaper</name>
    <message>
        <source>JE: in endemic districts only; not used in this one</source>
        <extracomment>Beside the last rows, which are short, stands what the marks mean. Beside the doses of this age it is said that JE, a month later, is not used here.</extracomment>
        <translation>JE: hanya di daerah endemis; tidak dipakai di kabupaten ini</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Arti tanda</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>tercatat</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>tertunda</translation>
    </message>
    <message>
        <source>still on time by the KIA book</source>
        <translation>masih tepat waktu menurut Buku KIA</translation>
    </message>
    <message>
        <source>catch up</source>
        <translation>kejar</translation>
    </message>
    <message>
        <source>past its time, may still be given</source>
        <translation>lewat waktu, masih boleh diberikan</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>tidak lagi</translation>
    </message>
    <message>
        <source>not given at this age</source>
        <translation>tidak diberikan pada umur ini</translation>
    </message>
    <message>
        <source>check the date</source>
        <translation>cek tanggal</translation>
    </message>
    <message>
        <source>order, interval or age do not fit</source>
        <translation>urutan, jarak atau umur tidak cocok</translation>
    </message>
</context>
<context>
    <name>DoseSaving</name>
    <message>
        <source>Nothing new has been entered here.</source>
        <translation>Belum ada isian baru di sini.</translation>
    </message>
    <message>
        <source>{dose}: type the day again.</source>
        <translation>{dose}: ketik lagi tanggalnya.</translation>
    </message>
    <message>
        <source>The dates are saved as they are; they can be corrected here at any time.</source>
        <translation>Tanggal disimpan apa adanya; kapan saja dapat diperbaiki di sini.</translation>
    </message>
</context>
<context>
    <name>DoseSide</name>
    <message>
        <source>{done} of {total} doses recorded</source>
        <translation>{done} dari {total} dosis tercatat</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>belum disebut</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Sumber: {source}</translation>
    </message>
    <message>
        <source>{vaccine}, dose {number}</source>
        <translation>{vaccine}, dosis ke-{number}</translation>
    </message>
    <message>
        <source>The schedule of today does not have this dose; older children got it.</source>
        <translation>Jadwal sekarang tidak memuat dosis ini; anak yang lebih besar pernah mendapatnya.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>On time until</source>
        <translation>Tepat waktu sampai</translation>
    </message>
    <message>
        <source>Catch up until</source>
        <translation>Kejar sampai</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Jarak</translation>
    </message>
    <message>
        <source>Ages: the KIA book, not confirmed yet</source>
        <translation>Batas umur: Buku KIA, belum dipastikan</translation>
    </message>
    <message>
        <source>Interval: not confirmed yet</source>
        <translation>Jarak: belum dipastikan</translation>
    </message>
    <message>
        <source>Can be given today</source>
        <translation>Bisa diberikan hari ini</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Tidak ada dosis untuk hari ini.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>{doses}, if {needed} is given today</source>
        <translation>{doses}, bila {needed} diberikan hari ini</translation>
    </message>
    <message>
        <source>{doses}: given no longer from {months} months on.</source>
        <translation>{doses} tidak diberikan lagi sejak umur {months} bulan.</translation>
    </message>
    <message>
        <source>This takes nothing from the scorecard&apos;s basic immunization.</source>
        <translation>Ini tidak mengurangi imunisasi dasar di rapor.</translation>
    </message>
</context>
<context>
    <name>Doses</name>
    <message>
        <source>two entries differ</source>
        <extracomment>From this age, in months, days say nothing any more.</extracomment>
        <translation>dua isian: pilih di Riwayat</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>belum bisa disimpan</translation>
    </message>
    <message>
        <source>only in older books</source>
        <translation>hanya di buku lama</translation>
    </message>
    <message>
        <source>catch up until {months} months</source>
        <translation>kejar sampai {months} bulan</translation>
    </message>
    <message>
        <source>waits for {dose}</source>
        <translation>menunggu {dose}</translation>
    </message>
    <message>
        <source>no longer: from {months} months</source>
        <translation>tidak lagi sejak {months} bulan</translation>
    </message>
    <message>
        <source>delayed {count} months</source>
        <translation>tertunda {count} bulan</translation>
    </message>
    <message>
        <source>delayed {count} days</source>
        <translation>tertunda {count} hari</translation>
    </message>
    <message>
        <source>from today on</source>
        <translation>mulai hari ini</translation>
    </message>
    <message>
        <source>{count} months after {dose}</source>
        <translation>{count} bulan setelah {dose}</translation>
    </message>
    <message>
        <source>in {count} days</source>
        <translation>{count} hari lagi</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>paling cepat {day}</translation>
    </message>
    <message>
        <source>given, without a date</source>
        <translation>diberikan, tanpa tanggal</translation>
    </message>
    <message>
        <source>{dose} is empty</source>
        <translation>{dose} masih kosong</translation>
    </message>
    <message>
        <source>not after {number}</source>
        <translation>tidak sesudah {number}</translation>
    </message>
    <message>
        <source>{days} days after {number}</source>
        <translation>{days} hari setelah {number}</translation>
    </message>
    <message>
        <source>day of birth</source>
        <translation>hari lahir</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} hari</translation>
    </message>
    <message>
        <source>{years} years {months} months</source>
        <translation>{years} tahun {months} bulan</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} tahun</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>{months} months {days} days</source>
        <translation>{months} bulan {days} hari</translation>
    </message>
    <message>
        <source>no condition</source>
        <translation>tidak ada syarat</translation>
    </message>
    <message>
        <source>{count} weeks after {dose}</source>
        <translation>{count} minggu setelah {dose}</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>tidak bisa dikejar</translation>
    </message>
    <message>
        <source>{months} months of age</source>
        <translation>umur {months} bulan</translation>
    </message>
    <message>
        <source>on time until {day}</source>
        <translation>tepat waktu sampai {day}</translation>
    </message>
    <message>
        <source>{dose} · from {since} · on time until {until}</source>
        <translation>{dose} · sejak {since} · tepat waktu sampai {until}</translation>
    </message>
    <message>
        <source>hepatitis B at birth</source>
        <translation>hepatitis B saat lahir</translation>
    </message>
    <message>
        <source>tuberculosis</source>
        <translation>tuberkulosis</translation>
    </message>
    <message>
        <source>diphtheria, pertussis, tetanus</source>
        <translation>difteri, batuk rejan, tetanus</translation>
    </message>
    <message>
        <source>polio drops</source>
        <translation>polio tetes</translation>
    </message>
    <message>
        <source>pneumonia</source>
        <translation>radang paru</translation>
    </message>
    <message>
        <source>measles and rubella</source>
        <translation>campak-rubela</translation>
    </message>
    <message>
        <source>polio injection</source>
        <translation>polio suntik</translation>
    </message>
    <message>
        <source>rotavirus diarrhoea</source>
        <translation>diare rotavirus</translation>
    </message>
    <message>
        <source>Japanese encephalitis</source>
        <translation>radang otak Jepang</translation>
    </message>
    <message>
        <source>{dose}: “{text}” is no day. Type day and month, such as 19-11.</source>
        <translation>{dose}: “{text}” bukan tanggal. Ketik hari dan bulan, misalnya 19-11.</translation>
    </message>
    <message>
        <source>{dose}: {text} is a day no month has. Look again.</source>
        <translation>{dose}: {text} tidak ada di kalender. Periksa lagi.</translation>
    </message>
    <message>
        <source>{dose}: {text} is before the birth ({born}). Look again.</source>
        <translation>{dose}: {text} sebelum tanggal lahir ({born}). Periksa lagi.</translation>
    </message>
    <message>
        <source>{dose}: {text} is yet to come; today is {today}. Look again.</source>
        <translation>{dose}: {text} belum terjadi; hari ini {today}. Periksa lagi.</translation>
    </message>
    <message>
        <source>Possible from {day} on.</source>
        <translation>Bisa sejak {day}.</translation>
    </message>
    <message>
        <source>{dose} says {day}.</source>
        <translation>{dose} tertulis {day}.</translation>
    </message>
    <message>
        <source>Look into the KIA book.</source>
        <translation>Lihat Buku KIA.</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} dan {last}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>recorded besides</source>
        <translation>di luar jadwal</translation>
    </message>
    <message>
        <source>within 24 hours</source>
        <translation>di bawah 24 jam</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sejak {day}</translation>
    </message>
    <message>
        <source>starts {day}</source>
        <translation>mulai {day}</translation>
    </message>
</context>
<context>
    <name>DosesTask</name>
    <message>
        <source>Immunization</source>
        <extracomment>In a narrower page, at scale 1, the doses need the room; what is doubtful then stands below them. How often something was entered, now and when the sheet was asked for; whether it has to be read once more.</extracomment>
        <translation>Imunisasi</translation>
    </message>
    <message>
        <source>day and month; the year comes by itself and can be typed</source>
        <translation>hari dan bulan; tahun terisi sendiri dan boleh diketik</translation>
    </message>
    <message>
        <source>given today</source>
        <translation>diberikan hari ini</translation>
    </message>
    <message>
        <source>the same day as the last one</source>
        <translation>tanggal yang sama seperti tadi</translation>
    </message>
    <message>
        <source>given, but the date is not known</source>
        <translation>diberikan, tanggalnya tidak diketahui</translation>
    </message>
    <message>
        <source>from the KIA book, or as the mother recalls</source>
        <translation>dari Buku KIA, atau ingatan ibu</translation>
    </message>
    <message>
        <source>the date is right, although it was warned about</source>
        <translation>tanggal sudah benar meski ada peringatan</translation>
    </message>
    <message>
        <source>take the entry back</source>
        <translation>hapus isian</translation>
    </message>
    <message>
        <source>to the next dose that is empty</source>
        <translation>ke dosis kosong berikutnya</translation>
    </message>
    <message>
        <source>to the age before or after</source>
        <translation>ke umur sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>to the dose before or after</source>
        <translation>ke dosis sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>growth and history of the child, visit of this month</source>
        <translation>pertumbuhan dan riwayat anak, kunjungan bulan ini</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back; the draft stays</source>
        <translation>kembali; draf tetap ada</translation>
    </message>
    <message>
        <source>{names} has a draft of these doses too.</source>
        <translation>{names} juga punya draf dosis anak ini.</translation>
    </message>
    <message>
        <source>Immunization {name}</source>
        <translation>Imunisasi {name}</translation>
    </message>
    <message>
        <source>{dose}: not kept yet</source>
        <translation>{dose}: belum bisa disimpan</translation>
    </message>
    <message>
        <source>{dose}: check the date</source>
        <translation>{dose}: cek tanggal</translation>
    </message>
    <message>
        <source>Draft kept {clock}</source>
        <translation>Draf otomatis {clock}</translation>
    </message>
    <message>
        <source>{count} doses saved.</source>
        <translation>{count} dosis tersimpan.</translation>
    </message>
    <message>
        <source>Like the immunization page of the KIA book · schedule of Kepmenkes 1098/2024 and 35/2025</source>
        <translation>Seperti halaman imunisasi Buku KIA · jadwal Kepmenkes 1098/2024 dan 35/2025</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>same as before</source>
        <translation>sama seperti tadi</translation>
    </message>
    <message>
        <source>on</source>
        <translation>lanjut</translation>
    </message>
    <message>
        <source>age</source>
        <translation>umur</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>hapus isian</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>DoubtBox</name>
    <message>
        <source>the date is right</source>
        <translation>sudah benar</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>Drop the draft</source>
        <translation>Buang draf</translation>
    </message>
    <message>
        <source>Fields with * must be filled in · what is typed is kept as a draft at once</source>
        <translation>Isian bertanda * wajib diisi · yang diketik langsung tersimpan sebagai draf</translation>
    </message>
    <message>
        <source>Save mine all the same</source>
        <translation>Tetap simpan isian saya</translation>
    </message>
    <message>
        <source>Drop what was typed?</source>
        <translation>Buang yang sudah diketik?</translation>
    </message>
    <message>
        <source>The draft is gone then. What is saved stays as it is.</source>
        <translation>Drafnya hilang. Yang sudah disimpan tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>The last answers of this page cannot be kept now. They are still here; leaving loses them.</source>
        <translation>Isian terakhir belum tersimpan. Jangan keluar dulu: bila keluar, isian itu hilang.</translation>
    </message>
    <message>
        <source>Leave without the last answers?</source>
        <translation>Keluar tanpa isian terakhir?</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Keluar tanpa isian itu</translation>
    </message>
</context>
<context>
    <name>DraftSaving</name>
    <message>
        <source>Save all the same</source>
        <translation>Tetap simpan</translation>
    </message>
    <message>
        <source>Not saved yet; nothing is lost. {why}</source>
        <translation>Belum tersimpan; tidak ada yang hilang. {why}</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drag the bundle files here</source>
        <translation>Tarik berkas kiriman ke sini</translation>
    </message>
    <message>
        <source>several files at once are fine</source>
        <translation>beberapa berkas sekaligus boleh</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>Walking list: {which}</source>
        <translation>Daftar jalan: {which}</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>From so many days before its day on a task is said to be near. Room of the box to mark, at scale 1. Below this width, at scale 1, a row says its day below the task, and the side which cell hangs on it.</extracomment>
        <translation>Urut</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Yang perlu dilakukan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Becomes T</source>
        <translation>Jadi T</translation>
    </message>
    <message>
        <source>+{count} more · {why}</source>
        <translation>+{count} lagi · {why}</translation>
    </message>
</context>
<context>
    <name>DuePage</name>
    <message>
        <source>Print the walking list</source>
        <extracomment>With one place besides all of them there is nothing to choose.</extracomment>
        <translation>Cetak daftar jalan</translation>
    </message>
    <message>
        <source>This month&apos;s tasks</source>
        <translation>Tugas bulan ini</translation>
    </message>
    <message>
        <source>choose a household</source>
        <translation>pilih rumah tangga</translation>
    </message>
    <message>
        <source>start the visit, or open the household where nobody has a form</source>
        <translation>mulai kunjungan, atau buka rumah tangga yang tidak punya formulir</translation>
    </message>
    <message>
        <source>mark a household to be printed</source>
        <translation>tandai rumah untuk dicetak</translation>
    </message>
    <message>
        <source>mark all that are shown</source>
        <translation>tandai semua yang tampil</translation>
    </message>
    <message>
        <source>print those that are marked, or all</source>
        <translation>cetak yang dipilih, atau semua</translation>
    </message>
    <message>
        <source>{month}: {tasks} tasks in {homes} households, {late} late</source>
        <translation>{month}: {tasks} tugas di {homes} rumah, {late} terlambat</translation>
    </message>
    <message>
        <source>{shown} of {total} households</source>
        <translation>{shown} dari {total} rumah</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belum dicatat</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Dusun</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>Which tasks</source>
        <translation>Tugas yang mana</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>kunjungan</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tandai</translation>
    </message>
    <message>
        <source>print</source>
        <translation>cetak</translation>
    </message>
    <message>
        <source>No task here.</source>
        <translation>Tidak ada tugas di sini.</translation>
    </message>
    <message>
        <source>Nothing is late, and nothing has to be done before Sunday.</source>
        <translation>Tidak ada yang terlambat, dan tidak ada yang harus selesai sebelum Minggu.</translation>
    </message>
    <message>
        <source>Show the whole month</source>
        <translation>Tampilkan sebulan penuh</translation>
    </message>
    <message>
        <source>No household here.</source>
        <translation>Tidak ada rumah tangga di sini.</translation>
    </message>
    <message>
        <source>No task lies in what is chosen above.</source>
        <translation>Tidak ada tugas pada pilihan di atas.</translation>
    </message>
    <message>
        <source>Nothing is left to do this month.</source>
        <translation>Tidak ada tugas lagi bulan ini.</translation>
    </message>
    <message>
        <source>Everybody was visited, and nothing is due. New tasks come by themselves.</source>
        <translation>Semua sudah dikunjungi dan tidak ada yang tertunda. Tugas baru muncul otomatis.</translation>
    </message>
    <message>
        <source>To the visits</source>
        <translation>Ke Kunjungan</translation>
    </message>
</context>
<context>
    <name>DueSide</name>
    <message>
        <source>Start the visit</source>
        <translation>Mulai kunjungan</translation>
    </message>
    <message>
        <source>Why in this order</source>
        <translation>Mengapa di urutan ini</translation>
    </message>
    <message>
        <source>Risk, then lateness, days left, hamlet.</source>
        <translation>Risiko, lalu terlambat, sisa hari, dusun.</translation>
    </message>
    <message>
        <source>All of it is computed from the records; nothing is to be filled in.</source>
        <translation>Semua dihitung dari catatan; tidak ada yang perlu diisi.</translation>
    </message>
    <message>
        <source>Task {number}</source>
        <translation>Tugas ke-{number}</translation>
    </message>
    <message>
        <source>Open the household</source>
        <translation>Buka rumah tangga</translation>
    </message>
    <message>
        <source>Visited this month</source>
        <translation>Sudah dikunjungi bulan ini</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>born {day}</source>
        <translation>lahir {day}</translation>
    </message>
    <message>
        <source>HPL {day}</source>
        <translation>HPL {day}</translation>
    </message>
    <message>
        <source>household of {name}</source>
        <translation>rumah tangga {name}</translation>
    </message>
    <message>
        <source>Recorded by {name}</source>
        <translation>Diisi oleh {name}</translation>
    </message>
    <message>
        <source>{count} records merged</source>
        <translation>gabungan {count} catatan</translation>
    </message>
</context>
<context>
    <name>EndForm</name>
    <message>
        <source>The pregnancy has ended</source>
        <translation>Kehamilan berakhir</translation>
    </message>
    <message>
        <source>Mother: {name}</source>
        <translation>Ibu: {name}</translation>
    </message>
</context>
<context>
    <name>Entering</name>
    <message>
        <source>For example: the KIA book says so. May be empty.</source>
        <translation>Misalnya: di Buku KIA memang tertulis begitu. Boleh kosong.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>leads to a record that has not come yet</source>
        <translation>menunjuk ke catatan yang belum sampai</translation>
    </message>
    <message>
        <source>has not come yet</source>
        <translation>belum sampai</translation>
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
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
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
    <name>ForecastPanel</name>
    <message>
        <source>Can still be reached</source>
        <translation>Masih bisa dikejar</translation>
    </message>
    <message>
        <source>Received so far</source>
        <translation>Sudah diterima</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Tidak terkejar lagi</translation>
    </message>
    <message>
        <source>{received} of {should}</source>
        <translation>{received} dari {should}</translation>
    </message>
    <message>
        <source>services received</source>
        <translation>layanan sudah diterima</translation>
    </message>
    <message>
        <source>Not enough is left for this quarter; what comes counts from quarter {number} on.</source>
        <translation>Triwulan ini tidak terkejar; layanan berikutnya masuk triwulan {number}.</translation>
    </message>
    <message>
        <source>Still possible: {services}</source>
        <translation>Masih bisa dikejar: {services}</translation>
    </message>
    <message>
        <source>{name} is not counted in this quarter&apos;s scorecard.</source>
        <translation>{name} tidak dihitung dalam rapor triwulan ini.</translation>
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
    <name>FormCard</name>
    <message>
        <source>Two people answered differently: choose first (Sasaran, Riwayat)</source>
        <translation>Dua orang mengisi berbeda: pilih dulu di Riwayat</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>mother (2A): {answer}</source>
        <translation>ibu (2A): {answer}</translation>
    </message>
    <message>
        <source>{month}: {answer}</source>
        <translation>{month}: {answer}</translation>
    </message>
    <message>
        <source>{month}: {number}</source>
        <translation>{month}: {number}</translation>
    </message>
    <message>
        <source>Further answers: weight, LILA, Hb, blood pressure, danger signs</source>
        <translation>Isian lain: berat, LILA, Hb, tensi, tanda bahaya</translation>
    </message>
    <message>
        <source>Further answers: LILA, head, position, vitamin A, feeding, illnesses</source>
        <translation>Isian lain: LILA, lingkar kepala, posisi, vitamin A, ASI, sakit</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Fields with * must be filled in · Enter: next field</source>
        <extracomment>Saves what the parts give, one after the other; the flag says that warnings were read.</extracomment>
        <translation>Isian bertanda * wajib diisi · Enter: isian berikutnya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Not saved yet, nothing is lost: look at the marked fields.</source>
        <translation>Belum tersimpan, tidak ada yang hilang. Periksa isian bertanda.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Tutup tanpa menyimpan?</translation>
    </message>
    <message>
        <source>What was typed in this form is not saved yet and would be gone.</source>
        <translation>Yang diketik di sini belum tersimpan dan akan hilang.</translation>
    </message>
    <message>
        <source>Close, do not save</source>
        <translation>Tutup, jangan simpan</translation>
    </message>
    <message>
        <source>Look at it again. If it is right, choose Save anyway.</source>
        <translation>Periksa lagi. Bila sudah benar, pilih Tetap simpan.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Tetap simpan</translation>
    </message>
    <message>
        <source>Not saved yet, nothing is lost.</source>
        <translation>Belum tersimpan, tidak ada yang hilang.</translation>
    </message>
</context>
<context>
    <name>FormHeader</name>
    <message>
        <source>{done} of {total} answered</source>
        <extracomment>How wide a name may be, alone and beside what is told of the birth.</extracomment>
        <translation>{done} dari {total} terisi</translation>
    </message>
    <message>
        <source>Draft kept {clock}</source>
        <translation>Draf otomatis {clock}</translation>
    </message>
    <message>
        <source>born {day} {year} · {sex}</source>
        <translation>lahir {day} {year} · {sex}</translation>
    </message>
    <message>
        <source>low birth weight</source>
        <translation>BBLR</translation>
    </message>
    <message>
        <source>short at birth</source>
        <translation>lahir pendek</translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message>
        <source>This must be filled in.</source>
        <translation>Wajib diisi.</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>New household first</source>
        <translation>Rumah tangga baru</translation>
    </message>
    <message>
        <source>As on the family card</source>
        <translation>Seperti di kartu keluarga</translation>
    </message>
    <message>
        <source>16 digits; may stay empty</source>
        <translation>16 angka; boleh kosong</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>A name that is not in the list yet</source>
        <translation>Nama yang belum ada di daftar</translation>
    </message>
    <message>
        <source>New posyandu</source>
        <translation>Posyandu baru</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Expected delivery (HPL) {day}</source>
        <translation>HPL {day}</translation>
    </message>
    <message>
        <source>Empty: {day}, from HPHT</source>
        <translation>Bila dikosongkan: {day} (dari HPHT)</translation>
    </message>
    <message>
        <source>{count} digits; may stay empty</source>
        <translation>{count} angka; boleh kosong</translation>
    </message>
    <message>
        <source>{done} of {count} digits</source>
        <translation>{done} dari {count} angka</translation>
    </message>
    <message>
        <source>{days} days old</source>
        <translation>{days} hari</translation>
    </message>
    <message>
        <source>{months} months old</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>{years} years old</source>
        <translation>{years} tahun</translation>
    </message>
    <message>
        <source>Household of {name}</source>
        <translation>Rumah tangga {name}</translation>
    </message>
    <message>
        <source>Who cares for the child if not the mother</source>
        <translation>Pengasuh, bila bukan ibunya</translation>
    </message>
    <message>
        <source>mother in another household</source>
        <translation>ibu di rumah tangga lain</translation>
    </message>
    <message>
        <source>Month of pregnancy now</source>
        <translation>Usia kehamilan sekarang (bulan)</translation>
    </message>
    <message>
        <source>where both dates are unknown</source>
        <translation>bila kedua tanggal tidak diketahui</translation>
    </message>
    <message>
        <source>HPHT or HPL, please. Where both are unknown: the month of pregnancy.</source>
        <translation>Isi HPHT atau HPL. Bila keduanya tidak diketahui, isi usia kehamilan.</translation>
    </message>
    <message>
        <source>To be repaired: what was written lies outside the limits.</source>
        <translation>Perlu diperbaiki: yang tertulis di luar batas.</translation>
    </message>
    <message>
        <source>Waits for an entry that has not come yet.</source>
        <translation>Menunggu isian lain yang belum sampai.</translation>
    </message>
    <message>
        <source>Two people differ: choose under To be looked at again.</source>
        <translation>Diisi berbeda oleh dua orang: pilih di Perlu dicek.</translation>
    </message>
</context>
<context>
    <name>Growth</name>
    <message>
        <source>{days} days</source>
        <extracomment>What stands for no value.</extracomment>
        <translation>{days} hari</translation>
    </message>
    <message>
        <source>{months} months {days} days</source>
        <translation>{months} bulan {days} hari</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} hr</translation>
    </message>
    <message>
        <source>{months} m</source>
        <translation>{months} bln</translation>
    </message>
    <message>
        <source>not weighed last month</source>
        <translation>bulan lalu tidak ditimbang</translation>
    </message>
    <message>
        <source>first weighing</source>
        <translation>timbangan pertama</translation>
    </message>
    <message>
        <source>birth, {day}</source>
        <translation>lahir, {day}</translation>
    </message>
    <message>
        <source>age {age}</source>
        <translation>umur {age}</translation>
    </message>
    <message>
        <source>drawn at the corrected age</source>
        <translation>digambar pada umur koreksi</translation>
    </message>
    <message>
        <source>not plausible, not used</source>
        <translation>tidak wajar, tidak dipakai</translation>
    </message>
</context>
<context>
    <name>GrowthList</name>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Naik atau tidak</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>tidak dipakai</translation>
    </message>
    <message>
        <source>birth</source>
        <translation>lahir</translation>
    </message>
</context>
<context>
    <name>GrowthSide</name>
    <message>
        <source>born {day}</source>
        <translation>lahir {day}</translation>
    </message>
    <message>
        <source>at {weeks} weeks</source>
        <translation>pada {weeks} minggu</translation>
    </message>
    <message>
        <source>Now, by day of age</source>
        <translation>Sekarang, menurut hari umur</translation>
    </message>
    <message>
        <source>z-score: how far from the middle of healthy children of the same age</source>
        <translation>z-score: jarak dari tengah anak sehat seumurnya</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Ubah data</translation>
    </message>
</context>
<context>
    <name>GrowthTask</name>
    <message>
        <source>the point before or after</source>
        <extracomment>At scale 1: how wide what stands at the right is, and the narrowest page that has room for it. A title with less room than this stands above its actions. What a referral says of each reason of the growth card.</extracomment>
        <translation>titik sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>the first or the newest point</source>
        <translation>titik pertama atau terbaru</translation>
    </message>
    <message>
        <source>weight, length, weight for length, head</source>
        <translation>berat, panjang, berat menurut panjang, kepala</translation>
    </message>
    <message>
        <source>the same as a list, or the chart again</source>
        <translation>data yang sama sebagai daftar, atau kembali ke grafik</translation>
    </message>
    <message>
        <source>open the visit of this point</source>
        <translation>buka kunjungan titik ini</translation>
    </message>
    <message>
        <source>print for the mother</source>
        <translation>cetak untuk ibu</translation>
    </message>
    <message>
        <source>all entries of the child</source>
        <translation>semua catatan anak</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Growth of {name}</source>
        <translation>Pertumbuhan {name}</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} titik</translation>
    </message>
    <message>
        <source>{count} points, {used} used</source>
        <translation>{count} titik, {used} dipakai</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Pertumbuhan</translation>
    </message>
    <message>
        <source>Print for the mother</source>
        <translation>Cetak untuk ibu</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Buat rujukan</translation>
    </message>
    <message>
        <source>begin a referral</source>
        <translation>buat rujukan</translation>
    </message>
    <message>
        <source>change data</source>
        <translation>ubah data</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>somebody who has not come yet</source>
        <translation>kader yang catatannya belum diterima</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>belum ada kader</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand out households</source>
        <translation>Bagi tugas</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Give to</source>
        <translation>Tugas untuk</translation>
    </message>
    <message>
        <source>Nobody&apos;s task</source>
        <translation>Lepas tugas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Tugaskan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Nobody has them</source>
        <translation>Belum ada kader</translation>
    </message>
    <message>
        <source>Which households</source>
        <translation>Rumah tangga yang tampil</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>tidak diisi</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tandai</translation>
    </message>
    <message>
        <source>mark all that are shown</source>
        <translation>tandai semua yang tampil</translation>
    </message>
    <message>
        <source>{name} (no laptop of that name)</source>
        <translation>{name} (belum ada laptop dengan nama ini)</translation>
    </message>
    <message>
        <source>Hand over {count}</source>
        <translation>Tugaskan {count} rumah</translation>
    </message>
    <message>
        <source>Invite a cadre of this village first.</source>
        <translation>Undang dulu kader desa ini.</translation>
    </message>
    <message>
        <source>{count} households are now the task of {name}; it travels with the next receipt.</source>
        <translation>{count} rumah tangga menjadi tugas {name}; ikut dengan tanda terima berikutnya.</translation>
    </message>
    <message>
        <source>{count} tasks were ended.</source>
        <translation>{count} tugas dilepas.</translation>
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
        <source>Go to the page with this digit at the left</source>
        <translation>Ke halaman dengan angka ini di sebelah kiri</translation>
    </message>
    <message>
        <source>Search for people, villages, pages and what can be done</source>
        <translation>Cari orang, desa, halaman, dan yang bisa dikerjakan</translation>
    </message>
    <message>
        <source>Next field or button; with Shift the one before</source>
        <translation>Isian atau tombol berikutnya; dengan Shift yang sebelumnya</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Bagian jendela berikutnya</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Kembali ke halaman sebelumnya</translation>
    </message>
    <message>
        <source>Open or confirm what is chosen</source>
        <translation>Buka atau jalankan yang dipilih</translation>
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
        <translation>KPM Desktop {version}. Bekerja tanpa internet; catatan di laptop ini terkunci dengan kata sandi Anda.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message>
        <source>Show</source>
        <extracomment>Ids say nothing to a reader.</extracomment>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Show the whole NIK</source>
        <translation>Lihat seluruh NIK</translation>
    </message>
    <message>
        <source>Name not held here</source>
        <translation>Namanya belum ada di sini</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>lahir {day}</translation>
    </message>
    <message>
        <source>{count} linked records, read as one</source>
        <translation>gabungan {count} catatan</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} bulan</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} tahun</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Hide the NIK again</source>
        <translation>Sembunyikan NIK lagi</translation>
    </message>
    <message>
        <source>not held here</source>
        <translation>belum ada di sini</translation>
    </message>
    <message>
        <source>Known last</source>
        <translation>Isian terakhir</translation>
    </message>
</context>
<context>
    <name>HistoryTask</name>
    <message>
        <source>walk through the entries</source>
        <translation>pindah dari isian ke isian</translation>
    </message>
    <message>
        <source>all, visits, personal data, to be looked at</source>
        <translation>semua, kunjungan, data diri, perlu dicek</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>History of {name}</source>
        <translation>Riwayat {name}</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>Below this age, in months, doses are given.</extracomment>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>{count} entries from {laptops} laptops, the newest first; nothing is ever deleted</source>
        <translation>{count} isian dari {laptops} laptop, yang terbaru di atas; tidak ada yang pernah dihapus</translation>
    </message>
    <message>
        <source>growth of a child</source>
        <translation>pertumbuhan anak</translation>
    </message>
    <message>
        <source>pregnancy of a mother</source>
        <translation>kehamilan ibu</translation>
    </message>
    <message>
        <source>Ask about {name}</source>
        <translation>Tanyakan tentang {name}</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Ubah data</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>Imunisasi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data diri</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Perlu dicek</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Isian yang tampil</translation>
    </message>
    <message>
        <source>Entries, the newest first</source>
        <translation>Isian, yang terbaru di atas</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Tidak ada isian di sini.</translation>
    </message>
    <message>
        <source>No entry belongs to this choice; choose All to see everything.</source>
        <translation>Tidak ada isian untuk pilihan ini; pilih Semua untuk melihat seluruhnya.</translation>
    </message>
    <message>
        <source>show or hide the NIK</source>
        <translation>lihat atau sembunyikan NIK</translation>
    </message>
    <message>
        <source>ask about this row</source>
        <translation>tanyakan isian ini</translation>
    </message>
    <message>
        <source>compare or repair entries, or open a question</source>
        <translation>membandingkan atau memperbaiki isian, atau membuka pertanyaan</translation>
    </message>
    <message>
        <source>open the visit, draft or question, compare or repair entries</source>
        <translation>membuka kunjungan, draf atau pertanyaan, membandingkan atau memperbaiki isian</translation>
    </message>
    <message>
        <source>change data</source>
        <translation>ubah data</translation>
    </message>
    <message>
        <source>doses of a child</source>
        <translation>dosis imunisasi anak</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
    <message>
        <source>everybody still to visit</source>
        <translation>semua yang belum dikunjungi</translation>
    </message>
    <message>
        <source>what has not been received yet</source>
        <translation>yang belum diterima penyelia</translation>
    </message>
    <message>
        <source>what needs repair</source>
        <translation>yang perlu diperbaiki</translation>
    </message>
    <message>
        <source>start the visit that is chosen</source>
        <translation>mulai kunjungan yang dipilih</translation>
    </message>
    <message>
        <source>add a target</source>
        <translation>tambah sasaran</translation>
    </message>
    <message>
        <source>{month}: {done} of {total} targets have been visited</source>
        <translation>{month}: {done} dari {total} sasaran sudah dikunjungi</translation>
    </message>
    <message>
        <source>See all {count} targets</source>
        <translation>Lihat semua {count} sasaran</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>Selamat pagi, {name}</translation>
    </message>
    <message>
        <source>Good day, {name}</source>
        <translation>Selamat siang, {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>Selamat sore, {name}</translation>
    </message>
    <message>
        <source>Not visited yet this month</source>
        <translation>Belum dikunjungi bulan ini</translation>
    </message>
    <message>
        <source>risks first</source>
        <translation>Yang berisiko di atas</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>This month&apos;s tasks</source>
        <translation>Tugas bulan ini</translation>
    </message>
    <message>
        <source>Nobody has been entered yet.</source>
        <translation>Belum ada sasaran yang dicatat.</translation>
    </message>
    <message>
        <source>Begin with the household of a pregnant woman or of a child under two.</source>
        <translation>Mulai dari rumah tangga ibu hamil atau anak di bawah dua tahun.</translation>
    </message>
    <message>
        <source>Add the first household</source>
        <translation>Tambah rumah tangga pertama</translation>
    </message>
    <message>
        <source>Everybody has been visited this month.</source>
        <translation>Semua sasaran sudah dikunjungi bulan ini.</translation>
    </message>
    <message>
        <source>Send what has been saved, so that the supervisor receives it.</source>
        <translation>Kirim catatan yang tersimpan agar diterima penyelia.</translation>
    </message>
    <message>
        <source>Go to Send</source>
        <translation>Buka Kirim</translation>
    </message>
    <message>
        <source>Your tasks of this month are all visited.</source>
        <translation>Semua sasaran tugas Anda sudah dikunjungi bulan ini.</translation>
    </message>
    <message>
        <source>Others of the village still wait for their visit.</source>
        <translation>Sasaran lain di desa masih menunggu kunjungan.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>See all targets</source>
        <translation>Lihat semua sasaran</translation>
    </message>
</context>
<context>
    <name>HomeTiles</name>
    <message>
        <source>Not visited yet</source>
        <translation>Belum dikunjungi</translation>
    </message>
    <message>
        <source>Not received yet</source>
        <translation>Belum diterima penyelia</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>in {count} households</source>
        <translation>di {count} rumah tangga</translation>
    </message>
    <message>
        <source>{saved} saved, {sent} exported</source>
        <translation>{saved} belum, {sent} sudah dikirim</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>HouseholdDelegate</name>
    <message>
        <source>Hamlet not given</source>
        <extracomment>Rows narrower than this (large letters) name the people below the household instead of beside it. Narrower still, what became of the month&apos;s visit stands where it says something, in the place of the chips.</extracomment>
        <translation>Dusun belum diisi</translation>
    </message>
    <message>
        <source>{done} of {total} visited</source>
        <translation>{done} dari {total} sasaran</translation>
    </message>
    <message>
        <source>{count} households left</source>
        <translation>sisa {count} rumah</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>last visit {day}</source>
        <translation>terakhir {day}</translation>
    </message>
</context>
<context>
    <name>HouseholdForm</name>
    <message>
        <source>Data of the household</source>
        <translation>Data rumah tangga</translation>
    </message>
    <message>
        <source>another posyandu</source>
        <translation>posyandu lain</translation>
    </message>
</context>
<context>
    <name>HouseholdQuestions</name>
    <message>
        <source>Household of {name}</source>
        <translation>Rumah tangga {name}</translation>
    </message>
    <message>
        <source>Ask about {name}</source>
        <translation>Tanyakan tentang {name}</translation>
    </message>
</context>
<context>
    <name>HouseholdSide</name>
    <message>
        <source>Household of</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Ubah data</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>Pindah</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Keliru dicatat</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Gabungkan dengan…</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Kembalikan</translation>
    </message>
</context>
<context>
    <name>HouseholdTask</name>
    <message>
        <source>Household</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>change the person&apos;s data</source>
        <translation>ubah data orang itu</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>tambah anggota</translation>
    </message>
    <message>
        <source>change the household&apos;s data</source>
        <translation>ubah data rumah tangga</translation>
    </message>
    <message>
        <source>go on with a form that was begun</source>
        <translation>lanjutkan formulir yang belum selesai</translation>
    </message>
    <message>
        <source>visit the household</source>
        <translation>kunjungi rumah tangga</translation>
    </message>
    <message>
        <source>open the question, or ask about the person or household</source>
        <translation>buka pertanyaan, atau tanyakan tentang orang atau rumah tangga</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>kembali ke daftar</translation>
    </message>
    <message>
        <source>{here} people here, {gone} moved, died or entered in error</source>
        <translation>{here} orang di sini, {gone} pindah, meninggal atau keliru dicatat</translation>
    </message>
    <message>
        <source>{here} people</source>
        <translation>{here} orang</translation>
    </message>
    <message>
        <source>Not saved yet: what was typed is kept and offered again.</source>
        <translation>Belum disimpan: yang sudah diketik tetap ada dan ditawarkan lagi.</translation>
    </message>
    <message>
        <source>People of the household</source>
        <translation>Anggota rumah tangga</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Tambah anggota</translation>
    </message>
    <message>
        <source>Nobody is registered in this household yet.</source>
        <translation>Belum ada anggota di rumah tangga ini.</translation>
    </message>
    <message>
        <source>Add the pregnant woman, the mother or the child.</source>
        <translation>Tambahkan ibu hamil, ibu atau anak.</translation>
    </message>
</context>
<context>
    <name>IncomingPage</name>
    <message>
        <source>Open bundles</source>
        <translation>Buka kiriman</translation>
    </message>
    <message>
        <source>Make the receipts that are due</source>
        <translation>Buat tanda terima yang belum dibuat</translation>
    </message>
    <message>
        <source>Incoming bundles</source>
        <translation>Kiriman masuk</translation>
    </message>
    <message>
        <source>From sticks, folders and servers, in any order, as often as you like</source>
        <translation>Dari flashdisk, folder, dan server, urutan apa pun, boleh berulang</translation>
    </message>
    <message>
        <source>Open bundles…</source>
        <translation>Buka kiriman…</translation>
    </message>
    <message>
        <source>Bundles that came in</source>
        <translation>Kiriman yang sudah masuk</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Old bundles…</source>
        <translation>Kiriman lama…</translation>
    </message>
    <message>
        <source>Bundles meant for a laptop that is gone, with the programme&apos;s sheet</source>
        <translation>Kiriman untuk laptop yang sudah tidak ada, dengan lembar kunci program</translation>
    </message>
    <message>
        <source>{count} bundles</source>
        <translation>{count} kiriman</translation>
    </message>
    <message>
        <source>Stopped. {count} files were not opened; they can be opened again at any time.</source>
        <translation>Berhenti. {count} berkas belum dibuka; dapat dibuka lagi kapan saja.</translation>
    </message>
</context>
<context>
    <name>InvitationPart</name>
    <message>
        <source>Choose the invitation file…</source>
        <translation>Pilih berkas undangan…</translation>
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
        <source>This invitation ran out on {day}. Ask {name} for a new one. With this one the laptop waits until {name} has compared eight words; the work is not lost.</source>
        <translation>Undangan ini hanya berlaku sampai {day}. Mintalah undangan baru kepada {name}. Dengan undangan ini laptop menunggu sampai {name} mencocokkan delapan kata laptop; catatan tidak hilang.</translation>
    </message>
    <message>
        <source>The invitation was not taken: it may come from somebody else. Ask the supervisor for it again; nothing is lost.</source>
        <translation>Undangan tidak dipakai: mungkin bukan dari penyelia Anda. Minta sekali lagi kepada penyelia; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Invitation from {name} taken. Records can be sent.</source>
        <translation>Undangan dari {name} diterima. Catatan bisa dikirim.</translation>
    </message>
    <message>
        <source>Join this programme to another</source>
        <translation>Gabungkan program ini ke program lain</translation>
    </message>
    <message>
        <source>{name} invites from another programme than this laptop&apos;s.</source>
        <translation>{name} mengundang dari program lain, bukan program laptop ini.</translation>
    </message>
    <message>
        <source>With the sheet of this programme the two become one: {name} then stands above this laptop, the cadres go on as they are, and nothing is entered again. This cannot be taken back.</source>
        <translation>Dengan lembar kunci program ini keduanya menjadi satu: {name} menjadi penyelia laptop ini, para kader bekerja seperti biasa, dan tidak ada yang diisi ulang. Ini tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Join the programmes</source>
        <translation>Gabungkan program</translation>
    </message>
</context>
<context>
    <name>InvitationStep</name>
    <message>
        <source>An invitation from above</source>
        <translation>Undangan dari tingkat di atas</translation>
    </message>
    <message>
        <source>With it what is collected here reaches the next level up. It may be taken later; if nobody stands above you, you need none.</source>
        <translation>Dengan undangan, semua yang terkumpul di sini sampai ke tingkat di atas. Boleh diambil nanti; penyelia paling atas tidak memerlukannya.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s invitation</source>
        <translation>Undangan penyelia</translation>
    </message>
    <message>
        <source>With it records can be sent to the supervisor. If you do not have it yet, go on: you can record everything and take the invitation later.</source>
        <translation>Dengan undangan, catatan dapat dikirim ke penyelia. Bila belum ada, lanjut saja: semua dapat dicatat dulu dan undangan diambil nanti.</translation>
    </message>
</context>
<context>
    <name>Invitations</name>
    <message>
        <source>Wait for their eight words</source>
        <extracomment>Who and where, when, and what became of it; rows narrower than `NARROW` have no column for the day.</extracomment>
        <translation>Menunggu delapan kata</translation>
    </message>
    <message>
        <source>Written invitations</source>
        <translation>Undangan yang dibuat</translation>
    </message>
    <message>
        <source>Laptops that others let in</source>
        <translation>Laptop yang diterima penyelia lain</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>datang {day}</translation>
    </message>
    <message>
        <source>compare eight words</source>
        <translation>cocokkan delapan kata</translation>
    </message>
    <message>
        <source>laptop {digits}</source>
        <translation>laptop {digits}</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>diblokir</translation>
    </message>
    <message>
        <source>delivers elsewhere</source>
        <translation>mengirim ke tempat lain</translation>
    </message>
    <message>
        <source>used</source>
        <translation>dipakai</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>belum dipakai</translation>
    </message>
    <message>
        <source>used by {name}</source>
        <translation>dipakai {name}</translation>
    </message>
    <message>
        <source>from before the restore</source>
        <translation>dari sebelum dipulihkan</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>lewat waktu</translation>
    </message>
    <message>
        <source>written {day}</source>
        <translation>dibuat {day}</translation>
    </message>
    <message>
        <source>until {end}</source>
        <translation>berlaku sampai {end}</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Invitations</source>
        <translation>Undangan</translation>
    </message>
    <message>
        <source>With an invitation a laptop can send its records here</source>
        <translation>Dengan undangan sebuah laptop dapat mengirim ke sini</translation>
    </message>
    <message>
        <source>Compare the eight words of the chosen laptop, or take an invitation back</source>
        <translation>Cocokkan delapan kata laptop yang dipilih, atau tarik undangan</translation>
    </message>
    <message>
        <source>Invite a cadre</source>
        <translation>Undang kader</translation>
    </message>
    <message>
        <source>Recover a programme…</source>
        <translation>Pulihkan program…</translation>
    </message>
    <message>
        <source>With the sheet that was locked away</source>
        <translation>Dengan lembar kunci yang disimpan terkunci</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Undang seseorang</translation>
    </message>
    <message>
        <source>Nobody has been invited yet</source>
        <translation>Belum ada yang diundang</translation>
    </message>
    <message>
        <source>An invitation is a file. Give it to the cadre by stick or message; her laptop opens it.</source>
        <translation>Undangan adalah sebuah berkas. Berikan kepada kader lewat flashdisk atau pesan; laptopnya membukanya.</translation>
    </message>
    <message>
        <source>Eight words of the programme</source>
        <translation>Delapan kata program</translation>
    </message>
    <message>
        <source>The cadre sees the same eight words when she opens the invitation. Compare them by telephone.</source>
        <translation>Kader melihat delapan kata yang sama saat membuka undangan. Cocokkan lewat telepon.</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Caranya</translation>
    </message>
    <message>
        <source>Write an invitation for one person and her villages.</source>
        <translation>Buat undangan untuk satu orang dan desanya.</translation>
    </message>
    <message>
        <source>Give her the file: stick, message, any way will do.</source>
        <translation>Berikan berkasnya: lewat flashdisk, pesan, atau cara lain.</translation>
    </message>
    <message>
        <source>She opens it on her laptop; you compare eight words by telephone.</source>
        <translation>Ia membukanya di laptopnya; delapan kata dicocokkan lewat telepon.</translation>
    </message>
    <message>
        <source>Her first bundle lets her in. If it cannot, she waits here for her own eight words.</source>
        <translation>Kiriman pertamanya membuatnya diterima. Bila tidak bisa, ia menunggu di sini untuk delapan kata laptopnya.</translation>
    </message>
    <message>
        <source>Recover the programme from its sheet</source>
        <translation>Pulihkan program dari lembar kunci</translation>
    </message>
    <message>
        <source>When the supervisor&apos;s laptop was lost, burned or broken. This laptop becomes a supervisor of the same programme; the cadres go on as they are.</source>
        <translation>Bila laptop penyelia hilang, terbakar atau rusak. Laptop ini menjadi penyelia program yang sama; para kader bekerja seperti biasa.</translation>
    </message>
    <message>
        <source>Their records come in with their next bundles. Sticks that lie in a drawer are opened under Incoming bundles, with the same sheet.</source>
        <translation>Catatan mereka masuk bersama kiriman berikutnya. Flashdisk yang tersimpan di laci dibuka di Kiriman masuk, dengan lembar yang sama.</translation>
    </message>
    <message>
        <source>Recover the programme</source>
        <translation>Pulihkan program</translation>
    </message>
    <message>
        <source>The programme is recovered. Now invite the cadres, or open the bundles that lie on old sticks and make receipts: with them their laptops know this one.</source>
        <translation>Program dipulihkan. Sekarang undang para kader, atau buka kiriman di flashdisk lama dan buat tanda terimanya: dengan itu laptop mereka mengenal laptop ini.</translation>
    </message>
    <message>
        <source>This invitation does nothing any more; write a new one with Ctrl U.</source>
        <translation>Undangan ini tidak berlaku lagi. Buat yang baru dengan Ctrl U.</translation>
    </message>
    <message>
        <source>Take the invitation for {name} back?</source>
        <translation>Tarik undangan untuk {name}?</translation>
    </message>
    <message>
        <source>Nobody is let in by it any more; who opens it later waits here for the eight words.</source>
        <translation>Undangan ini tidak menerima siapa pun lagi. Yang membukanya nanti menunggu di sini untuk dicocokkan delapan katanya.</translation>
    </message>
    <message>
        <source>A new one can be written at any time.</source>
        <translation>Undangan baru dapat dibuat kapan saja.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Tarik undangan</translation>
    </message>
    <message>
        <source>The invitation for {name} was taken back.</source>
        <translation>Undangan untuk {name} sudah ditarik.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation>Undang</translation>
    </message>
    <message>
        <source>A file for one laptop, to be used within {count} days</source>
        <translation>Satu berkas untuk satu laptop, berlaku {count} hari</translation>
    </message>
    <message>
        <source>Give the file by stick or message; it lets in one laptop only.</source>
        <translation>Berikan berkasnya lewat flashdisk atau pesan; hanya berlaku untuk satu laptop.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation>Simpan undangan…</translation>
    </message>
    <message>
        <source>Cadre (KPM)</source>
        <translation>Kader (KPM)</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>Name of the person who is invited</source>
        <translation>Nama orang yang diundang</translation>
    </message>
    <message>
        <source>For which villages</source>
        <translation>Untuk desa mana</translation>
    </message>
    <message>
        <source>This is the first invitation, so it makes the programme&apos;s keys. They stand on one sheet that is made only now: save it, print it twice, lock both away, then delete the file. With it the programme is recovered when this laptop is lost.</source>
        <translation>Ini undangan pertama, jadi kunci program dibuat sekarang. Kuncinya ada di satu lembar yang hanya dibuat kali ini: cetak dua kali, simpan keduanya di dua tempat terkunci, lalu hapus berkasnya. Dengan lembar itu program dipulihkan bila laptop ini hilang.</translation>
    </message>
    <message>
        <source>programme-sheet.pdf</source>
        <translation>lembar-kunci-program.pdf</translation>
    </message>
    <message>
        <source>Where to save the sheet…</source>
        <translation>Tempat menyimpan lembar…</translation>
    </message>
    <message>
        <source>{codes}: outside of your own region. Take it out, or choose another.</source>
        <translation>{codes}: di luar wilayah Anda. Keluarkan, atau pilih yang lain.</translation>
    </message>
    <message>
        <source>Save the programme&apos;s sheet</source>
        <translation>Simpan lembar program</translation>
    </message>
    <message>
        <source>It will be written to {file}</source>
        <translation>Akan ditulis ke {file}</translation>
    </message>
    <message>
        <source>invitation-{name}.kpm</source>
        <translation>undangan-{name}.kpm</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>Simpan undangan</translation>
    </message>
    <message>
        <source>Invitation for {name} saved: {file}</source>
        <translation>Undangan untuk {name} tersimpan: {file}</translation>
    </message>
</context>
<context>
    <name>KeepCode</name>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>What was typed on {day} at {clock} is here again.</source>
        <translation>Yang diketik {day} pukul {clock} ada lagi di sini.</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>number</source>
        <translation>isi angka</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>seperti bulan lalu</translation>
    </message>
    <message>
        <source>on</source>
        <translation>lanjut</translation>
    </message>
    <message>
        <source>back</source>
        <translation>naik</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
</context>
<context>
    <name>KeySheetDialog</name>
    <message>
        <source>From the programme&apos;s sheet: rows {rows}</source>
        <translation>Dari lembar kunci program: baris {rows}</translation>
    </message>
    <message>
        <source>From the sheet&apos;s text file…</source>
        <translation>Dari berkas teks lembarnya…</translation>
    </message>
    <message>
        <source>The programme&apos;s eight words. The same stand on the sheet; on one printed before, the first six:</source>
        <translation>Delapan kata program. Yang sama tertulis di lembarnya; di lembar lama, enam yang pertama:</translation>
    </message>
    <message>
        <source>The sheet is used now and kept nowhere on this laptop.</source>
        <translation>Lembar ini dipakai sekarang saja dan tidak disimpan di laptop ini.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>The sheet&apos;s text file</source>
        <translation>Berkas teks lembar kunci</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Who can open this profile</source>
        <translation>Siapa yang dapat membuka catatan</translation>
    </message>
    <message>
        <source>With any one of these the records are read.</source>
        <translation>Salah satu saja cukup untuk membaca semua catatan di laptop ini.</translation>
    </message>
    <message>
        <source>Does somebody else know an old password or code, or has a copy of this laptop&apos;s files? A new key locks everything anew: after that the old ones open nothing but backups made before.</source>
        <translation>Apakah orang lain mengetahui kata sandi atau kode yang lama, atau memegang salinan berkas laptop ini? Dengan kunci baru semua catatan dikunci ulang: sesudah itu yang lama hanya membuka cadangan yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>New key for everything…</source>
        <translation>Kunci ulang semua catatan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Password of the user who is here now</source>
        <translation>Kata sandi pengguna yang sedang bekerja di sini</translation>
    </message>
    <message>
        <source>Password of another user</source>
        <translation>Kata sandi pengguna lain</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Hapus…</translation>
    </message>
    <message>
        <source>On the sheet that is locked away.</source>
        <translation>Ada di kertas yang disimpan terkunci.</translation>
    </message>
    <message>
        <source>A new one was shown and not typed back: until then the old one and the new one open.</source>
        <translation>Kode baru pernah ditampilkan tetapi belum diketik ulang: selama itu kode lama dan kode baru sama-sama membuka.</translation>
    </message>
    <message>
        <source>There is none. Make one.</source>
        <translation>Belum ada. Buatlah satu.</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>Kode pemulihan baru…</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Hapus {name}?</translation>
    </message>
    <message>
        <source>This password no longer opens the profile. Records and their histories stay as they are.</source>
        <translation>Kata sandinya tidak lagi membuka catatan di laptop ini. Catatan dan riwayatnya tidak berubah.</translation>
    </message>
    <message>
        <source>Backups made before, and copies of this laptop&apos;s files, still open with it.</source>
        <translation>Cadangan yang dibuat sebelumnya dan salinan berkas laptop ini masih terbuka dengan kata sandi itu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>{name} can no longer open this profile.</source>
        <translation>{name} tidak dapat lagi membuka catatan di laptop ini.</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Kode pemulihan baru</translation>
    </message>
    <message>
        <source>For a code that was lost or seen by somebody, or was never written down.</source>
        <translation>Bila kodenya hilang, dilihat orang, atau belum pernah ditulis.</translation>
    </message>
    <message>
        <source>The old code holds until the new one is typed back. Backups made before still open with it.</source>
        <translation>Kode lama berlaku sampai kode baru diketik ulang. Cadangan yang dibuat sebelumnya tetap terbuka dengan kode lama.</translation>
    </message>
    <message>
        <source>Show the new code</source>
        <translation>Tampilkan kode baru</translation>
    </message>
    <message>
        <source>The new code is made to hold.</source>
        <translation>Kode baru sedang diberlakukan…</translation>
    </message>
    <message>
        <source>The new recovery code holds. The old one opens nothing but backups and copies made before.</source>
        <translation>Kode pemulihan baru sudah berlaku. Kode lama hanya membuka cadangan dan salinan yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>The old recovery code still holds. The one that was shown goes with the next one.</source>
        <translation>Kode pemulihan lama tetap berlaku. Kode yang tadi ditampilkan dihapus begitu kode berikutnya dibuat.</translation>
    </message>
    <message>
        <source>All records are encrypted anew, and there is a new recovery code. Your password stays the same.</source>
        <translation>Semua catatan dikunci ulang, dan ada kode pemulihan baru. Kata sandi Anda tetap sama.</translation>
    </message>
    <message>
        <source>After that old passwords, codes and copies of this laptop&apos;s key file open nothing but backups made before. Delete those where others could get at them.</source>
        <translation>Sesudah itu kata sandi dan kode lama serta salinan berkas kunci laptop ini hanya membuka cadangan yang dibuat sebelumnya. Hapus cadangan itu bila dapat diambil orang lain.</translation>
    </message>
    <message>
        <source>Removed, as their passwords are not known here: {names}. They can be added again.</source>
        <translation>Dihapus, karena kata sandinya tidak diketahui di sini: {names}. Mereka dapat didaftarkan lagi.</translation>
    </message>
    <message>
        <source>It takes some minutes where there are many records. A power cut does no harm.</source>
        <translation>Perlu beberapa menit bila catatannya banyak. Listrik padam tidak merusak apa pun.</translation>
    </message>
    <message>
        <source>New key for everything</source>
        <translation>Kunci ulang semua catatan</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Recovery code of the new key</source>
        <translation>Kode pemulihan untuk kunci baru</translation>
    </message>
    <message>
        <source>Everything is encrypted anew…</source>
        <translation>Semua catatan sedang dikunci ulang…</translation>
    </message>
    <message>
        <source>Everything is encrypted anew, and the new recovery code holds. Make a new backup: older ones still open with the old passwords and codes.</source>
        <translation>Semua catatan sudah dikunci ulang, dan kode pemulihan baru berlaku. Buat cadangan baru: cadangan lama masih terbuka dengan kata sandi dan kode lama.</translation>
    </message>
    <message>
        <source>Nothing was changed: key, passwords and recovery code stay as they were.</source>
        <translation>Tidak ada yang diubah: kunci, kata sandi, dan kode pemulihan tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>Laptop</name>
    <message>
        <source>Delivers here</source>
        <translation>Mengirim ke sini</translation>
    </message>
    <message>
        <source>Receives from this laptop</source>
        <translation>Menerima kiriman laptop ini</translation>
    </message>
    <message>
        <source>Delivers to another supervisor</source>
        <translation>Mengirim ke penyelia lain</translation>
    </message>
    <message>
        <source>Waits for its eight words to be compared</source>
        <translation>Menunggu delapan katanya dicocokkan</translation>
    </message>
    <message>
        <source>Revoked: what it writes now is kept and not counted</source>
        <translation>Diblokir: yang ditulisnya sekarang disimpan dan tidak dihitung</translation>
    </message>
    <message>
        <source>The eight words of this laptop, to be compared by telephone:</source>
        <translation>Delapan kata laptop ini, untuk dicocokkan lewat telepon:</translation>
    </message>
    <message>
        <source>Call the cadre. On her laptop the words stand under &quot;This laptop&quot;. Compare all eight.</source>
        <translation>Telepon kadernya. Di laptopnya kata itu ada di halaman &quot;Laptop ini&quot;. Cocokkan kedelapannya.</translation>
    </message>
    <message>
        <source>no {number} ({village})</source>
        <translation>no {number} ({village})</translation>
    </message>
    <message>
        <source>Name on the laptop</source>
        <translation>Nama di laptop</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Last bundle</source>
        <translation>Kiriman terakhir</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Tidak dapat dibuka</translation>
    </message>
    <message>
        <source>Records held up to</source>
        <translation>Catatan sampai</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu delapan kata</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Kept, not counted</source>
        <translation>Disimpan, belum dihitung</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>What came in so far still counts: {changes}.</source>
        <translation>Yang sudah masuk tetap dihitung: {changes}.</translation>
    </message>
    <message>
        <source>What it writes from now on is kept and passed on, but counted nowhere until you count it again.</source>
        <translation>Yang ditulisnya mulai sekarang disimpan dan diteruskan, tetapi tidak dihitung di mana pun sampai Anda menghitungnya lagi.</translation>
    </message>
    <message>
        <source>For a laptop that was lost, stolen or given away.</source>
        <translation>Untuk laptop yang hilang, dicuri atau diberikan kepada orang lain.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Laptops it let in before stay let in; those it lets in later do not count. Nothing is sent to it any more.</source>
        <translation>Laptop yang diterimanya sebelum ini tetap diterima; yang diterimanya sesudah ini tidak dihitung. Tidak ada lagi yang dikirim kepadanya.</translation>
    </message>
    <message>
        <source>all that came in so far</source>
        <translation>semua yang sudah masuk</translation>
    </message>
    <message>
        <source>up to {day}: {changes}</source>
        <translation>sampai {day}: {changes}</translation>
    </message>
    <message>
        <source>all, later work too: it is revoked no more</source>
        <translation>semua, juga yang datang nanti: blokirnya dibuka</translation>
    </message>
    <message>
        <source>{name} was let in as {role}. {count} changes that had waited came in.</source>
        <translation>{name} diterima sebagai {role}. {count} catatan yang menunggu delapan kata sudah masuk.</translation>
    </message>
    <message>
        <source>The laptop of {name} was revoked. {count} changes of it still count.</source>
        <translation>Laptop {name} diblokir. {count} catatannya tetap dihitung.</translation>
    </message>
    <message>
        <source>Let in by it and not counted any more: {names}.</source>
        <translation>Tidak dihitung lagi, karena laptop ini yang memasukkannya: {names}.</translation>
    </message>
    <message>
        <source>{count} of its own decisions to revoke or count again hold no more.</source>
        <translation>{count} keputusannya untuk memblokir atau menghitung lagi tidak berlaku lagi.</translation>
    </message>
    <message>
        <source>{count} changes of the laptop of {name} count now; {rest} are kept and not counted.</source>
        <translation>{count} catatan dari laptop {name} sekarang dihitung; {rest} disimpan dan tidak dihitung.</translation>
    </message>
    <message>
        <source>It is still revoked by {by}.</source>
        <translation>Masih diblokir oleh {by}.</translation>
    </message>
    <message>
        <source>no {number}, {when}: {why}</source>
        <translation>nomor {number}, {when}: {why}</translation>
    </message>
    <message>
        <source>no bundle yet</source>
        <translation>belum pernah mengirim</translation>
    </message>
    <message>
        <source>{moment}, bundle {number}</source>
        <translation>{moment}, kiriman {number}</translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>{changes}, written {when}</source>
        <translation>{changes}, ditulis {when}</translation>
    </message>
</context>
<context>
    <name>LaptopDialog</name>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>All eight the same: let it in</source>
        <translation>Kedelapannya sama: terima</translation>
    </message>
    <message>
        <source>Turn it away…</source>
        <translation>Tolak laptop ini…</translation>
    </message>
    <message>
        <source>If some differ: close. Its bundles wait, nothing is lost.</source>
        <translation>Bila ada yang berbeda: tutup. Kirimannya tetap ada, tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>What came of it was let in by somebody else and counts once you let it in too.</source>
        <translation>Catatannya sudah ada di sini lewat orang lain, dan dihitung setelah Anda juga menerimanya.</translation>
    </message>
    <message>
        <source>Make a receipt…</source>
        <translation>Buat tanda terima…</translation>
    </message>
    <message>
        <source>A receipt makes this laptop known to it; it then delivers here too.</source>
        <translation>Dengan tanda terima laptop itu mengenal laptop ini, lalu mengirim ke sini juga.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Blokir…</translation>
    </message>
    <message>
        <source>Revoke with the sheet…</source>
        <translation>Blokir dengan lembar kunci…</translation>
    </message>
    <message>
        <source>Let in as</source>
        <translation>Terima sebagai</translation>
    </message>
    <message>
        <source>What to count</source>
        <translation>Yang dihitung lagi</translation>
    </message>
    <message>
        <source>Genuine after all</source>
        <translation>Catatan ini benar</translation>
    </message>
    <message>
        <source>Count this work</source>
        <translation>Hitung lagi catatannya</translation>
    </message>
    <message>
        <source>Count it with the sheet…</source>
        <translation>Hitung lagi dengan lembar kunci…</translation>
    </message>
    <message>
        <source>What was on the way when the laptop was revoked is often genuine.</source>
        <translation>Kiriman sebelum laptop diblokir biasanya benar.</translation>
    </message>
    <message>
        <source>Turn the laptop of {name} away?</source>
        <translation>Tolak laptop {name}?</translation>
    </message>
    <message>
        <source>It is asked about no more, and nothing of it counts.</source>
        <translation>Laptop ini tidak ditanyakan lagi, dan catatannya tidak dihitung.</translation>
    </message>
    <message>
        <source>What it sent stays kept. If it was right after all, write a fresh invitation for it.</source>
        <translation>Kirimannya tetap disimpan. Bila ternyata benar, buat undangan baru untuk laptop itu.</translation>
    </message>
    <message>
        <source>Turn it away</source>
        <translation>Tolak laptop</translation>
    </message>
    <message>
        <source>{name} was turned away. What the laptop sent stays kept.</source>
        <translation>Laptop {name} ditolak. Kirimannya tetap disimpan.</translation>
    </message>
    <message>
        <source>Revoke the laptop of {name}</source>
        <translation>Blokir laptop {name}</translation>
    </message>
    <message>
        <source>Revoke the laptop of {name}?</source>
        <translation>Blokir laptop {name}?</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>Blokir</translation>
    </message>
    <message>
        <source>Nobody stands above this laptop but the programme&apos;s key.</source>
        <translation>Hanya lembar kunci yang dapat memblokir laptop ini.</translation>
    </message>
    <message>
        <source>Count the work of {name}</source>
        <translation>Hitung lagi catatan {name}</translation>
    </message>
</context>
<context>
    <name>LastOpenedCard</name>
    <message>
        <source>Last opened</source>
        <translation>Kiriman terakhir dibuka</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Buat tanda terima</translation>
    </message>
    <message>
        <source>Drag the files of a stick here, or press Ctrl O.</source>
        <translation>Tarik berkas dari flashdisk ke sini, atau tekan Ctrl O.</translation>
    </message>
    <message>
        <source>Receipt of {name}: not made yet</source>
        <translation>Tanda terima {name}: belum dibuat</translation>
    </message>
    <message>
        <source>Receipt of {name}: made</source>
        <translation>Tanda terima {name}: sudah dibuat</translation>
    </message>
</context>
<context>
    <name>LastPoints</name>
    <message>
        <source>birth</source>
        <translation>lahir</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>tidak dipakai</translation>
    </message>
    <message>
        <source>last month –</source>
        <translation>bulan lalu –</translation>
    </message>
    <message>
        <source>first</source>
        <translation>pertama</translation>
    </message>
</context>
<context>
    <name>LikelyDuplicates</name>
    <message>
        <source>Look</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>{count} pairs may be the same</source>
        <translation>{count} pasang mungkin dobel</translation>
    </message>
    <message>
        <source>One pair may be the same</source>
        <translation>1 pasang mungkin dobel</translation>
    </message>
</context>
<context>
    <name>LimitedText</name>
    <message>
        <source>{count} letters: at most {limit}. Shorten it.</source>
        <extracomment>Qt cuts what is pasted at a limit without a word; here everything stays and the limit is said.</extracomment>
        <translation>{count} huruf: paling banyak {limit}. Pendekkan.</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>It must lie between {low} and {high}.</source>
        <translation>Harus antara {low} dan {high}.</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>{count} letters: at most {limit}. Shorten it.</source>
        <translation>Terisi {count} huruf: paling banyak {limit}. Pendekkan.</translation>
    </message>
</context>
<context>
    <name>LostNumbers</name>
    <message>
        <source>Declare {numbers} lost?</source>
        <translation>Nyatakan catatan {numbers} hilang?</translation>
    </message>
    <message>
        <source>From the laptop of {name}</source>
        <translation>Dari laptop {name}</translation>
    </message>
    <message>
        <source>Only when the laptop and the stick are really gone.</source>
        <translation>Hanya bila laptop dan flashdisknya benar-benar tidak ada lagi.</translation>
    </message>
    <message>
        <source>The numbers are then listed no longer. Should they come after all, they are taken.</source>
        <translation>Catatan itu lalu tidak didaftar lagi. Bila ternyata datang juga, tetap diterima.</translation>
    </message>
    <message>
        <source>Declare lost</source>
        <translation>Nyatakan hilang</translation>
    </message>
    <message>
        <source>The numbers are listed no longer.</source>
        <translation>Catatan itu tidak didaftar lagi.</translation>
    </message>
    <message>
        <source>The numbers are listed as missing again.</source>
        <translation>Catatan itu dicari lagi.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>the same as in {month}</source>
        <extracomment>A rise by more than this share of the value before asks for a second look; so does every fall.</extracomment>
        <translation>sama seperti {month}</translation>
    </message>
    <message>
        <source>{amount} less than in {month}: look again</source>
        <translation>turun {amount} dari {month}: periksa lagi</translation>
    </message>
    <message>
        <source>{amount} more than in {month}: look again</source>
        <translation>naik {amount} dari {month}: periksa lagi</translation>
    </message>
    <message>
        <source>{amount} more than in {month}</source>
        <translation>naik {amount} dari {month}</translation>
    </message>
</context>
<context>
    <name>MeasuresSide</name>
    <message>
        <source>Blood pressure</source>
        <translation>Tensi</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>belum diukur</translation>
    </message>
    <message>
        <source>Hb, LILA</source>
        <translation>Hb dan LILA</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Yang berikut</translation>
    </message>
    <message>
        <source>Nothing is due now.</source>
        <translation>Tidak ada yang perlu dilakukan sekarang.</translation>
    </message>
</context>
<context>
    <name>MemberDelegate</name>
    <message>
        <source>no NIK and no KIA number yet</source>
        <extracomment>Rows narrower than this tell the name and what the person is; the rest stands beside the list.</extracomment>
        <translation>belum ada NIK dan No KIA</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Change data</source>
        <extracomment>The key of each action; two that never stand together may share one.</extracomment>
        <translation>Ubah data</translation>
    </message>
    <message>
        <source>New pregnancy</source>
        <translation>Kehamilan baru</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>Catat kelahiran</translation>
    </message>
    <message>
        <source>Miscarriage or stillbirth</source>
        <translation>Keguguran/lahir mati</translation>
    </message>
    <message>
        <source>Not pregnant after all</source>
        <translation>Ternyata tidak hamil</translation>
    </message>
    <message>
        <source>Pregnant after all</source>
        <translation>Ternyata hamil</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>Pindah</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Keliru dicatat</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Gabungkan dengan…</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>Imunisasi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Pertumbuhan</translation>
    </message>
    <message>
        <source>Pregnancy so far</source>
        <translation>Kehamilan</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Buat rujukan</translation>
    </message>
    <message>
        <source>Did not move out</source>
        <translation>Tidak jadi pindah</translation>
    </message>
    <message>
        <source>Is alive</source>
        <translation>Ternyata masih hidup</translation>
    </message>
    <message>
        <source>Was no error: take back</source>
        <translation>Ternyata benar: kembalikan</translation>
    </message>
    <message>
        <source>Guardian: {name}</source>
        <translation>Pengasuh: {name}</translation>
    </message>
</context>
<context>
    <name>MergeCompare</name>
    <message>
        <source>Both records side by side</source>
        <translation>Kedua catatan berdampingan</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>Record 1</source>
        <translation>Catatan 1</translation>
    </message>
    <message>
        <source>Record 2</source>
        <translation>Catatan 2</translation>
    </message>
    <message>
        <source>Shown afterwards</source>
        <translation>Tampil sesudahnya</translation>
    </message>
    <message>
        <source>{field} (differs)</source>
        <translation>{field} (berbeda)</translation>
    </message>
    <message>
        <source>a record that has not come yet</source>
        <translation>catatan yang belum sampai</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge with…</source>
        <extracomment>Of the list, at scale 1: as drawn, and on a small screen.</extracomment>
        <translation>Gabungkan dengan…</translation>
    </message>
    <message>
        <source>Search a name, NIK, KIA number or hamlet</source>
        <translation>Cari nama, NIK, No KIA atau dusun</translation>
    </message>
    <message>
        <source>Records that may be the same</source>
        <translation>Catatan yang mungkin dobel</translation>
    </message>
    <message>
        <source>Nothing is deleted. It can be undone: Take apart, on the page of the household.</source>
        <translation>Tidak ada yang dihapus. Dapat dipisah lagi: Pisahkan, di halaman rumah tangga.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Memang berbeda</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tukar</translation>
    </message>
    <message>
        <source>The other record&apos;s values are shown where both say something</source>
        <translation>Tukar mana yang tampil bila keduanya terisi</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>Merge {name} with…</source>
        <translation>Gabungkan {name} dengan…</translation>
    </message>
    <message>
        <source>Who is the same?</source>
        <translation>Catatan mana yang sama?</translation>
    </message>
    <message>
        <source>The likely ones come first.</source>
        <translation>Yang paling mirip di atas.</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>Type a part of the name or the NIK.</source>
        <translation>Ketik sebagian nama atau NIK.</translation>
    </message>
    <message>
        <source>{count} pairs may be the same</source>
        <translation>{count} pasang mungkin dobel</translation>
    </message>
    <message>
        <source>One pair may be the same</source>
        <translation>1 pasang mungkin dobel</translation>
    </message>
    <message>
        <source>Compare, ask if in doubt, then decide.</source>
        <translation>Bandingkan, tanyakan bila ragu, lalu putuskan.</translation>
    </message>
    <message>
        <source>Look again: {what}.</source>
        <translation>Periksa lagi: {what}.</translation>
    </message>
    <message>
        <source>Merge anyway</source>
        <translation>Tetap gabungkan</translation>
    </message>
    <message>
        <source>Merged: both records are read as one now, here and soon on all laptops.</source>
        <translation>Digabung: kedua catatan kini dihitung satu, di sini dan segera di semua laptop.</translation>
    </message>
    <message>
        <source>Noted: not the same. Nobody is asked again, on no laptop.</source>
        <translation>Dicatat: memang berbeda. Tidak ditanyakan lagi, juga di laptop lain.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>today {clock}</source>
        <extracomment>The names of Indonesia&apos;s three zones, by hours ahead of UTC.</extracomment>
        <translation>hari ini {clock}</translation>
    </message>
</context>
<context>
    <name>MonthStepper</name>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Bulan sesudahnya</translation>
    </message>
</context>
<context>
    <name>MotherSide</name>
    <message>
        <source>trimester {number}</source>
        <extracomment>So many of the newest measures are listed.</extracomment>
        <translation>trimester {number}</translation>
    </message>
    <message>
        <source>Gave birth</source>
        <translation>Melahirkan</translation>
    </message>
    <message>
        <source>{day}, {days} days left</source>
        <translation>{day}, {days} hari lagi</translation>
    </message>
    <message>
        <source>{day}, {days} days ago</source>
        <translation>{day}, lewat {days} hari</translation>
    </message>
    <message>
        <source>HPL</source>
        <translation>HPL</translation>
    </message>
    <message>
        <source>about {day}</source>
        <translation>sekitar {day}</translation>
    </message>
    <message>
        <source>First day of the last period</source>
        <translation>Hari pertama haid terakhir</translation>
    </message>
    <message>
        <source>Age, height</source>
        <translation>Umur · tinggi</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} tahun</translation>
    </message>
    <message>
        <source>BMI before the pregnancy</source>
        <translation>IMT sebelum hamil</translation>
    </message>
    <message>
        <source>Child before</source>
        <translation>Anak sebelumnya</translation>
    </message>
    <message>
        <source>4T by its system</source>
        <translation>4T menurut sistemnya</translation>
    </message>
    <message>
        <source>The health worker says: high risk (Risti)</source>
        <translation>Kata petugas: Risti Ya</translation>
    </message>
    <message>
        <source>The health worker says: no high risk</source>
        <translation>Kata petugas: Risti Tidak</translation>
    </message>
    <message>
        <source>Change her data</source>
        <translation>Ubah data</translation>
    </message>
    <message>
        <source>Birth: mother and children</source>
        <translation>Lahir: ibu dan anak</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Moved out of the village</source>
        <extracomment>What drafts of these forms are found again by.</extracomment>
        <translation>Pindah dari desa</translation>
    </message>
    <message>
        <source>They are no longer to be visited; everything recorded so far stays and counts.</source>
        <translation>Tidak dikunjungi lagi; semua yang sudah dicatat tetap ada dan dihitung.</translation>
    </message>
    <message>
        <source>Day of moving</source>
        <translation>Tanggal pindah</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Menu</source>
        <extracomment>With words, and with icons and digits alone. What stands below the line keeps its height.</extracomment>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
</context>
<context>
    <name>NewChildForm</name>
    <message>
        <source>New: child</source>
        <translation>Anak baru</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>Until it is typed back the old code holds.</source>
        <translation>Sampai kode ini diketik ulang, kode lama tetap berlaku.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>NewForm</name>
    <message>
        <source>Begin another</source>
        <translation>Isi yang baru</translation>
    </message>
</context>
<context>
    <name>NewHouseholdForm</name>
    <message>
        <source>The person is asked for next.</source>
        <extracomment>What drafts of these forms are found again by.</extracomment>
        <translation>Sesudah ini isian orangnya.</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>Rumah tangga baru</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Simpan dan lanjut</translation>
    </message>
</context>
<context>
    <name>NewMotherForm</name>
    <message>
        <source>New: woman who is not pregnant</source>
        <translation>Ibu baru, tidak hamil</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least {count} characters. A short sentence is easy to remember.</source>
        <translation>Paling sedikit {count} huruf atau angka. Kalimat pendek mudah diingat.</translation>
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
        <translation>Tambah {count} huruf atau angka lagi.</translation>
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
    <name>NewPregnancyForm</name>
    <message>
        <source>New pregnancy</source>
        <translation>Kehamilan baru</translation>
    </message>
</context>
<context>
    <name>NewWomanForm</name>
    <message>
        <source>New: pregnant woman</source>
        <extracomment>What drafts of these forms are found again by. What tells how far a pregnancy is; one of them is enough.</extracomment>
        <translation>Ibu hamil baru</translation>
    </message>
    <message>
        <source>The mother</source>
        <translation>Ibu</translation>
    </message>
    <message>
        <source>The pregnancy</source>
        <translation>Kehamilan</translation>
    </message>
</context>
<context>
    <name>NextVisitCard</name>
    <message>
        <source>Next visit</source>
        <translation>Kunjungan berikutnya</translation>
    </message>
    <message>
        <source>Start the visit</source>
        <translation>Mulai kunjungan</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} sasaran</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>Until then {number} counts.</source>
        <translation>Yang berlaku masih {number}.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not understood: whole numbers only, such as {number}. Type it again.</source>
        <translation>Tidak dipahami: tulis bilangan bulat, misalnya {number}. Ketik lagi.</translation>
    </message>
    <message>
        <source>Digits only, with a comma for the decimals. Type it again.</source>
        <translation>Tulis angka saja, misalnya 8,1. Ketik lagi.</translation>
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
    <name>OldBundles</name>
    <message>
        <source>Open old bundles</source>
        <translation>Buka kiriman lama</translation>
    </message>
    <message>
        <source>For bundles that were meant for a laptop that is gone. The recovery key opens them; what they hold comes in as always.</source>
        <translation>Untuk kiriman yang ditujukan ke laptop yang sudah tidak ada. Kunci pemulihan membukanya; isinya masuk seperti biasa.</translation>
    </message>
    <message>
        <source>Choose the bundles…</source>
        <translation>Pilih kiriman…</translation>
    </message>
</context>
<context>
    <name>OpenRowsDialog</name>
    <message>
        <source>{count} children are not filled in</source>
        <translation>{count} anak belum diisi</translation>
    </message>
    <message>
        <source>Did they not come, or shall they stay open?</source>
        <translation>Tidak hadir, atau biarkan kosong?</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} dan {count} lagi</translation>
    </message>
    <message>
        <source>Who did not come counts as not weighed here; the task to weigh at home stays.</source>
        <translation>Yang tidak hadir tercatat tidak ditimbang; tugas menimbang di rumah tetap ada.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Biarkan kosong</translation>
    </message>
</context>
<context>
    <name>OpenWarningsDialog</name>
    <message>
        <source>Only {done} of {total} questions are answered.</source>
        <translation>Baru {done} dari {total} isian terisi.</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>Kembali mengisi</translation>
    </message>
    <message>
        <source>Save with so few answers?</source>
        <translation>Baru sedikit yang diisi: tetap simpan?</translation>
    </message>
    <message>
        <source>{count} warnings are still open</source>
        <translation>{count} peringatan belum diperiksa</translation>
    </message>
    <message>
        <source>Look again before saving?</source>
        <translation>Periksa lagi sebelum disimpan?</translation>
    </message>
    <message>
        <source>The values are saved as they are; they can be corrected in any month.</source>
        <translation>Isian disimpan apa adanya; bulan apa pun masih dapat diperbaiki.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Tetap simpan</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Another number</source>
        <translation>Isi angka lain</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Rapor desa</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>To the supervisor</source>
        <translation>Ke penyelia</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Posyandu day</source>
        <translation>Hari posyandu</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Report upwards</source>
        <translation>Lapor ke atas</translation>
    </message>
    <message>
        <source>PAUD</source>
        <translation>PAUD</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Desa dan kader</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Kiriman masuk</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Ke atas</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>Per desa</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Undangan</translation>
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
        <source>Names and health data of families are kept here. Without the password, or the recovery code that comes next, nobody can read them.</source>
        <translation>Nama dan data kesehatan keluarga tersimpan di sini. Tanpa kata sandi ini, atau kode pemulihan di langkah berikutnya, tidak ada yang dapat membacanya.</translation>
    </message>
</context>
<context>
    <name>PaudModel</name>
    <message>
        <source>not asked</source>
        <extracomment>At scale 1: a row, the name&apos;s column, the least of a month&apos;s.</extracomment>
        <translation>tidak ditanyakan</translation>
    </message>
    <message>
        <source>Name of the child</source>
        <translation>Nama anak</translation>
    </message>
</context>
<context>
    <name>PaudPage</name>
    <message>
        <source>takes part, does not, not yet; and on to the next child</source>
        <translation>ikut, tidak, belum; lalu ke anak berikutnya</translation>
    </message>
    <message>
        <source>empty the answer</source>
        <translation>kosongkan isian</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ke bawah</translation>
    </message>
    <message>
        <source>to the next month</source>
        <translation>ke bulan berikutnya</translation>
    </message>
    <message>
        <source>choose from a list</source>
        <translation>pilih dari daftar</translation>
    </message>
    <message>
        <source>all children that are shown took part this month</source>
        <translation>semua anak yang tampil ikut bulan ini</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>{month}: {attended} take part, {open} not filled in of {count}</source>
        <translation>{month}: {attended} ikut, {open} belum diisi dari {count}</translation>
    </message>
    <message>
        <source>Two people answered differently: choose first (Sasaran, Riwayat).</source>
        <translation>Dua orang mengisi berbeda: pilih dulu (Sasaran, Riwayat).</translation>
    </message>
    <message>
        <source>Saved: {count} answers.</source>
        <translation>Tersimpan: {count} isian.</translation>
    </message>
    <message>
        <source>PAUD, form 2C</source>
        <translation>PAUD, formulir 2C</translation>
    </message>
    <message>
        <source>No child of two to six years yet.</source>
        <translation>Belum ada anak 2–6 tahun.</translation>
    </message>
    <message>
        <source>Children who turn two leave form 2B and stand here by themselves.</source>
        <translation>Anak yang genap dua tahun keluar dari formulir 2B dan muncul di sini otomatis.</translation>
    </message>
    <message>
        <source>No child fits what is chosen or searched.</source>
        <translation>Tidak ada anak yang cocok dengan pilihan atau pencarian.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>ikut</translation>
    </message>
    <message>
        <source>does not</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>the whole class takes part</source>
        <translation>satu kelas ikut semua</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>2 years: parenting</source>
        <translation>2 tahun: pengasuhan</translation>
    </message>
    <message>
        <source>3–6 years: class</source>
        <translation>3–6 tahun: kelas</translation>
    </message>
    <message>
        <source>Which ages</source>
        <translation>Umur yang tampil</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Dusun</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>Search a child</source>
        <translation>Cari anak</translation>
    </message>
</context>
<context>
    <name>PaudView</name>
    <message>
        <source>Empty</source>
        <translation>Kosongkan</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>mother, {days} days after birth</source>
        <translation>ibu nifas {days} hari</translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation>ibu hamil</translation>
    </message>
    <message>
        <source>pregnant, month {months}</source>
        <translation>ibu hamil {months} bulan</translation>
    </message>
    <message>
        <source>baby, {days} days</source>
        <translation>bayi {days} hari</translation>
    </message>
    <message>
        <source>child, {months} months</source>
        <translation>anak {months} bulan</translation>
    </message>
    <message>
        <source>Nifas {days} d</source>
        <translation>Ibu nifas {days} hari</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Ibu hamil</translation>
    </message>
    <message>
        <source>Pregnant {months} m</source>
        <translation>Ibu hamil {months} bln</translation>
    </message>
    <message>
        <source>Baby {days} d</source>
        <translation>Bayi {days} hari</translation>
    </message>
    <message>
        <source>Child {months} m</source>
        <translation>Anak {months} bln</translation>
    </message>
    <message>
        <source>HPL about {day}</source>
        <translation>HPL kira-kira {day}</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Tanda bahaya</translation>
    </message>
    <message>
        <source>KEK</source>
        <translation>KEK</translation>
    </message>
    <message>
        <source>Risti</source>
        <translation>Risti</translation>
    </message>
    <message>
        <source>Severe malnutrition</source>
        <translation>Gizi buruk</translation>
    </message>
    <message>
        <source>Undernourished</source>
        <translation>Gizi kurang</translation>
    </message>
    <message>
        <source>Stunting</source>
        <translation>Stunting</translation>
    </message>
    <message>
        <source>Red mat</source>
        <translation>Tikar merah</translation>
    </message>
    <message>
        <source>Yellow mat</source>
        <translation>Tikar kuning</translation>
    </message>
    <message>
        <source>Weight not gaining</source>
        <translation>Berat tidak naik</translation>
    </message>
    <message>
        <source>Nifas check {number} open</source>
        <translation>Nifas ke-{number} belum</translation>
    </message>
    <message>
        <source>household entered in error</source>
        <translation>rumah tangga keliru dicatat</translation>
    </message>
    <message>
        <source>data incomplete</source>
        <translation>data belum lengkap</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>tidak bisa ditampilkan</translation>
    </message>
    <message>
        <source>no due date</source>
        <translation>HPL belum diketahui</translation>
    </message>
    <message>
        <source>long past the due date</source>
        <translation>lama lewat HPL</translation>
    </message>
    <message>
        <source>due date too far ahead</source>
        <translation>HPL terlalu jauh</translation>
    </message>
    <message>
        <source>Pregnant woman</source>
        <extracomment>Whoever no form is about this month. What the filter may show, in its order; `home` are households.</extracomment>
        <translation>Ibu hamil</translation>
    </message>
    <message>
        <source>Mother after birth</source>
        <translation>Ibu nifas</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Other person</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>no targets</source>
        <translation>tanpa sasaran</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} sasaran</translation>
    </message>
    <message>
        <source>KIA {number}</source>
        <translation>KIA {number}</translation>
    </message>
    <message>
        <source>gave birth on {day}</source>
        <translation>melahirkan {day}</translation>
    </message>
    <message>
        <source>NIK {number}</source>
        <translation>NIK {number}</translation>
    </message>
    <message>
        <source>moved out</source>
        <translation>pindah</translation>
    </message>
    <message>
        <source>died</source>
        <translation>meninggal</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>keliru dicatat</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} hari</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} tahun</translation>
    </message>
    <message>
        <source>month {months}</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>List of households</source>
        <translation>Daftar rumah tangga</translation>
    </message>
    <message>
        <source>List of targets</source>
        <translation>Daftar sasaran</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>hamlet not given</source>
        <translation>Dusun belum diisi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Kepala keluarga</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>No Register (KIA)</source>
        <translation>No Register (KIA)</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Kunjungan terakhir</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Sasaran</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Nobody is registered yet.</source>
        <translation>Belum ada sasaran.</translation>
    </message>
    <message>
        <source>Begin with a pregnant woman or a child under two; the household is asked for on the way.</source>
        <translation>Mulai dengan ibu hamil atau anak di bawah dua tahun; rumah tangganya ditanyakan sambil mengisi.</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
    <message>
        <source>Nobody here fits.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>Search with fewer letters, or choose all hamlets and all targets.</source>
        <translation>Cari dengan lebih sedikit huruf, atau pilih semua dusun dan semua sasaran.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>{count} people fit, but not what is chosen above.</source>
        <translation>{count} orang cocok, tetapi di luar pilihan di atas.</translation>
    </message>
    <message>
        <source>{shown} of {total} households · by hamlet and name</source>
        <translation>{shown} dari {total} rumah tangga · urut: dusun, lalu nama</translation>
    </message>
    <message>
        <source>{shown} of {total} people · by risk, then those not visited for longest</source>
        <translation>{shown} dari {total} orang · menurut risiko, lalu yang paling lama tidak dikunjungi</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>kunjungan</translation>
    </message>
    <message>
        <source>change data</source>
        <translation>ubah data</translation>
    </message>
</context>
<context>
    <name>PeopleCounted</name>
    <message>
        <source>{count} cadres</source>
        <translation>{count} kader</translation>
    </message>
    <message>
        <source>{count} supervisors</source>
        <translation>{count} penyelia</translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>no KIA number yet</source>
        <extracomment>Name, kind, age, hamlet, posyandu, risk, visit, state. In narrow rows (large letters) the hamlet stands below the name, and the posyandu is left to the filter. What kind, age, visit and state keep when there is still less.</extracomment>
        <translation>belum ada No KIA</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum</translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>Search who came, then Enter</source>
        <translation>Cari yang datang, lalu Enter</translation>
    </message>
    <message>
        <source>Who came; Delete takes somebody out</source>
        <translation>Yang datang; Delete mengeluarkan seseorang</translation>
    </message>
    <message>
        <source>{text}: choose one of the people below.</source>
        <translation>{text}: pilih salah satu orang di bawah.</translation>
    </message>
    <message>
        <source>somebody who is not held here</source>
        <translation>seseorang yang belum sampai di laptop ini</translation>
    </message>
</context>
<context>
    <name>PeopleHeader</name>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Name · KIA number</source>
        <translation>Nama · No KIA</translation>
    </message>
    <message>
        <source>Age / month</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>history of the person, or open the household</source>
        <translation>riwayat orang itu, atau buka rumah tangga</translation>
    </message>
    <message>
        <source>visit the household</source>
        <translation>kunjungi rumah tangga</translation>
    </message>
    <message>
        <source>change the data of the household and its people</source>
        <translation>ubah data rumah tangga dan orangnya</translation>
    </message>
    <message>
        <source>merge with another record of the same person or household</source>
        <translation>gabungkan dengan catatan lain dari orang atau rumah tangga yang sama</translation>
    </message>
    <message>
        <source>look at what may be the same</source>
        <translation>lihat yang mungkin dobel</translation>
    </message>
    <message>
        <source>go on with a form that was begun</source>
        <translation>lanjutkan formulir yang belum selesai</translation>
    </message>
    <message>
        <source>add a target</source>
        <translation>tambah sasaran</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>print the list, or save it as PDF or Excel</source>
        <translation>cetak daftar ini, atau simpan sebagai PDF atau Excel</translation>
    </message>
    <message>
        <source>{people} active targets in {homes} households</source>
        <translation>{people} sasaran aktif di {homes} rumah tangga</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Yang tampil</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Add a household</source>
        <translation>Tambah rumah tangga</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
    <message>
        <source>Search a name, NIK, KIA number or hamlet</source>
        <translation>Cari nama, NIK, No KIA atau dusun</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Ibu hamil</translation>
    </message>
    <message>
        <source>After birth</source>
        <translation>Ibu nifas</translation>
    </message>
    <message>
        <source>Children 0–23 months</source>
        <translation>Anak 0–23 bulan</translation>
    </message>
    <message>
        <source>Children 2–6 years</source>
        <translation>Anak 2–6 tahun</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Rumah tangga</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Add a person here</source>
        <translation>Tambah anggota</translation>
    </message>
    <message>
        <source>History of this person</source>
        <translation>Riwayat orang ini</translation>
    </message>
    <message>
        <source>Growth of this child</source>
        <translation>Pertumbuhan anak ini</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>{done} of {total} answered</source>
        <translation>{done} dari {total} terisi</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Search a name, mother, NIK, KIA number or hamlet</source>
        <translation>Cari nama, ibu, NIK, No KIA atau dusun</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>somebody who is not held here</source>
        <translation>seseorang yang belum sampai di laptop ini</translation>
    </message>
    <message>
        <source>{text}: choose one of the people below.</source>
        <translation>{text}: pilih salah satu orang di bawah.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Change the data of {name}</source>
        <translation>Ubah data {name}</translation>
    </message>
    <message>
        <source>The mother</source>
        <translation>Ibu</translation>
    </message>
    <message>
        <source>The newest pregnancy</source>
        <translation>Kehamilan terakhir</translation>
    </message>
</context>
<context>
    <name>PersonSearch</name>
    <message>
        <source>Nobody fits. Register them in Targets first.</source>
        <translation>Tidak ada yang cocok. Catat dulu di Sasaran.</translation>
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
    <name>PersonTabs</name>
    <message>
        <source>Entries</source>
        <extracomment>The key that leads to each.</extracomment>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Pertumbuhan</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Kehamilan</translation>
    </message>
    <message>
        <source>What is shown of the person</source>
        <translation>Yang tampil tentang orang ini</translation>
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
    <name>PointPanel</name>
    <message>
        <source>Birth, {day}</source>
        <extracomment>How many points are listed, and how high each stands, at scale 1.</extracomment>
        <translation>Lahir, {day}</translation>
    </message>
    <message>
        <source>age {age} · point {at} of {count}</source>
        <translation>umur {age} · titik {at} dari {count}</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>tidak dipakai</translation>
    </message>
    <message>
        <source>Corrected age</source>
        <translation>Umur koreksi</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} bulan</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>{grams} g</source>
        <translation>{grams} g</translation>
    </message>
    <message>
        <source>{grams} g (unconfirmed)</source>
        <translation>{grams} g (belum dipastikan)</translation>
    </message>
    <message>
        <source>KBM of this age</source>
        <translation>KBM umur ini</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Seharusnya</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>paling sedikit {value}</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Panjang</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>By the month table of Permenkes: {name}.</source>
        <translation>Menurut tabel bulan Permenkes: {name}.</translation>
    </message>
    <message>
        <source>Source: WHO 2006, KMS 2021.</source>
        <translation>Sumber: WHO 2006, KMS 2021.</translation>
    </message>
    <message>
        <source>Source: WHO 2006.</source>
        <translation>Sumber: WHO 2006.</translation>
    </message>
</context>
<context>
    <name>PosyanduDayTask</name>
    <message>
        <source>Posyandu day</source>
        <translation>Hari posyandu</translation>
    </message>
    <message>
        <source>type or replace a number</source>
        <translation>isi atau ganti angka</translation>
    </message>
    <message>
        <source>down; behind the last one to the top of the next column</source>
        <translation>ke bawah; sesudah orang terakhir ke atas isian berikutnya</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>ke kanan</translation>
    </message>
    <message>
        <source>yes, no; all doses that are due are given today</source>
        <translation>ya, tidak; semua dosis yang jatuh waktu diberikan hari ini</translation>
    </message>
    <message>
        <source>mat: red, yellow, green</source>
        <translation>tikar: merah, kuning, hijau</translation>
    </message>
    <message>
        <source>after a length: standing, lying</source>
        <translation>sesudah panjang: berdiri, telentang</translation>
    </message>
    <message>
        <source>the value is right, although it was warned about</source>
        <translation>isian sudah benar meski ada peringatan</translation>
    </message>
    <message>
        <source>in the weight: the child did not come</source>
        <translation>pada berat: anak tidak hadir</translation>
    </message>
    <message>
        <source>empty the cell</source>
        <translation>kosongkan sel</translation>
    </message>
    <message>
        <source>change what stands there, or choose</source>
        <translation>ubah isi sel, atau pilih</translation>
    </message>
    <message>
        <source>search a name; ↓ the next one, Enter goes there</source>
        <translation>cari nama; ↓ berikutnya, Enter mengisi orang itu</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>the child&apos;s doses, the mother&apos;s pregnancy</source>
        <translation>dosis imunisasi anak, kehamilan ibu</translation>
    </message>
    <message>
        <source>other columns</source>
        <translation>isian lain</translation>
    </message>
    <message>
        <source>history of the person</source>
        <translation>riwayat orang itu</translation>
    </message>
    <message>
        <source>write a referral, filled in already</source>
        <translation>buat surat rujukan yang sudah terisi</translation>
    </message>
    <message>
        <source>growth of the child</source>
        <translation>pertumbuhan anak</translation>
    </message>
    <message>
        <source>somebody who is not in the list</source>
        <translation>orang yang tidak ada di daftar</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back; the draft stays</source>
        <translation>kembali; draf tetap ada</translation>
    </message>
    <message>
        <source>{names} has a draft of this day too.</source>
        <translation>{names} juga punya draf hari ini.</translation>
    </message>
    <message>
        <source>without posyandu</source>
        <translation>tanpa posyandu</translation>
    </message>
    <message>
        <source>{posyandu} · {day} · filled in by {cadre}</source>
        <translation>{posyandu} · {day} · diisi {cadre}</translation>
    </message>
    <message>
        <source>Another mother</source>
        <translation>Ibu lain</translation>
    </message>
    <message>
        <source>Another child</source>
        <translation>Anak lain</translation>
    </message>
    <message>
        <source>Draft kept {clock}</source>
        <translation>Draf tersimpan {clock}</translation>
    </message>
    <message>
        <source>Saved: the rows of {count} people.</source>
        <translation>Tersimpan: catatan {count} orang.</translation>
    </message>
    <message>
        <source>Nobody belongs to this posyandu yet.</source>
        <translation>Belum ada warga di posyandu ini.</translation>
    </message>
    <message>
        <source>Whose posyandu this is stands with the household; who comes today can be added.</source>
        <translation>Posyandu diisi pada rumah tangganya; yang datang hari ini dapat ditambahkan.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Tambah orang</translation>
    </message>
    <message>
        <source>Nobody of this list fits what is chosen above.</source>
        <translation>Tidak ada yang cocok dengan pilihan di atas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Mothers</source>
        <translation>Ibu hamil dan nifas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Belum diisi</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu dicek</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>By book</source>
        <translation>Buku</translation>
    </message>
    <message>
        <source>Children or mothers</source>
        <translation>Anak atau ibu</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Orang yang tampil</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ke bawah</translation>
    </message>
    <message>
        <source>right</source>
        <translation>ke kanan</translation>
    </message>
    <message>
        <source>number</source>
        <translation>isi angka</translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation>ya, tidak</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>tidak hadir</translation>
    </message>
    <message>
        <source>name</source>
        <translation>cari nama</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>semua tombol</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>PosyanduDays</name>
    <message>
        <source>Posyandu day {posyandu}</source>
        <translation>Hari posyandu {posyandu}</translation>
    </message>
    <message>
        <source>{children} children · {mothers} mothers</source>
        <extracomment>So many of the doses a day needs are named.</extracomment>
        <translation>{children} anak · {mothers} ibu</translation>
    </message>
    <message>
        <source>{day}: {weighed} of {children}</source>
        <translation>{day}: {weighed} dari {children}</translation>
    </message>
    <message>
        <source>{weighed} of {children} weighed · N {gained}, T {not_gained}</source>
        <translation>{weighed} dari {children} ditimbang · N {gained}, T {not_gained}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Ditimbang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Without posyandu</source>
        <translation>Tanpa posyandu</translation>
    </message>
    <message>
        <source>children to be weighed (S)</source>
        <translation>sasaran anak (S)</translation>
    </message>
    <message>
        <source>weighed this month (D)</source>
        <translation>sudah ditimbang bulan ini (D)</translation>
    </message>
    <message>
        <source>of them at home or elsewhere</source>
        <translation>di antaranya di rumah atau tempat lain</translation>
    </message>
    <message>
        <source>not weighed yet</source>
        <translation>belum ditimbang</translation>
    </message>
    <message>
        <source>Vitamin A: {blue} blue, {red} red capsules</source>
        <translation>Bulan vitamin A: {blue} biru, {red} merah</translation>
    </message>
    <message>
        <source>Doses: {children} children, most of all {doses}</source>
        <translation>Dosis hari ini: {children} anak, paling banyak {doses}</translation>
    </message>
    <message>
        <source>{count} children were not weighed last month</source>
        <translation>{count} anak tidak ditimbang bulan lalu</translation>
    </message>
</context>
<context>
    <name>PosyanduPage</name>
    <message>
        <source>choose a posyandu</source>
        <extracomment>A list can be opened for so many months back: later than that a visit is not entered any more.</extracomment>
        <translation>pilih posyandu</translation>
    </message>
    <message>
        <source>open its list</source>
        <translation>buka daftarnya</translation>
    </message>
    <message>
        <source>print the list, to be filled in by hand</source>
        <translation>cetak daftar kosong untuk diisi tangan</translation>
    </message>
    <message>
        <source>Open the list of {posyandu}</source>
        <translation>Buka daftar {posyandu}</translation>
    </message>
    <message>
        <source>{month} in {posyandu}</source>
        <translation>{month} di {posyandu}</translation>
    </message>
    <message>
        <source>Type a day first.</source>
        <translation>Isi tanggal dulu.</translation>
    </message>
    <message>
        <source>{day} is too long ago to be opened as a list; each child&apos;s history has its row.</source>
        <translation>{day} sudah terlalu lama untuk dibuka sebagai daftar; catatannya ada di riwayat tiap anak.</translation>
    </message>
    <message>
        <source>Posyandu day</source>
        <translation>Hari posyandu</translation>
    </message>
    <message>
        <source>Choose posyandu and day; the list opens like the register book</source>
        <translation>Pilih posyandu dan hari; daftar anak dan ibu dibuka seperti buku register</translation>
    </message>
    <message>
        <source>Print the empty list</source>
        <translation>Cetak daftar kosong</translation>
    </message>
    <message>
        <source>Posyandu</source>
        <translation>Posyandu</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>opens the list</source>
        <translation>buka daftar</translation>
    </message>
    <message>
        <source>No posyandu and no household yet.</source>
        <translation>Belum ada posyandu dan rumah tangga.</translation>
    </message>
    <message>
        <source>A posyandu is named with a household; then its children and mothers stand here.</source>
        <translation>Posyandu diisi bersama rumah tangga; lalu anak dan ibunya muncul di sini.</translation>
    </message>
    <message>
        <source>Add a household</source>
        <translation>Tambah rumah tangga</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Day of the posyandu</source>
        <translation>Hari buka posyandu</translation>
    </message>
    <message>
        <source>What to prepare</source>
        <translation>Yang perlu disiapkan</translation>
    </message>
    <message>
        <source>How length is measured</source>
        <translation>Cara ukur hari ini</translation>
    </message>
    <message>
        <source>lying until 24 months, standing from then on; another way is marked in the row</source>
        <translation>di bawah 24 bulan telentang, mulai 24 bulan berdiri; yang lain ditandai pada anaknya</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Buka daftar</translation>
    </message>
    <message>
        <source>Earlier posyandu days</source>
        <translation>Hari posyandu sebelumnya</translation>
    </message>
    <message>
        <source>No posyandu day has been entered here yet.</source>
        <translation>Belum ada hari posyandu yang tercatat di sini.</translation>
    </message>
</context>
<context>
    <name>Pregnancy</name>
    <message>
        <source>{days} days after the birth</source>
        <translation>nifas hari ke-{days}</translation>
    </message>
    <message>
        <source>the pregnancy has ended</source>
        <translation>kehamilan sudah berakhir</translation>
    </message>
    <message>
        <source>pregnant, since when is not known</source>
        <translation>hamil, belum diketahui sejak kapan</translation>
    </message>
    <message>
        <source>{weeks} weeks pregnant (month {month})</source>
        <translation>hamil {weeks} minggu (bulan ke-{month})</translation>
    </message>
</context>
<context>
    <name>PregnancyCards</name>
    <message>
        <source>Checks</source>
        <translation>Periksa kehamilan</translation>
    </message>
    <message>
        <source>Weight gained</source>
        <translation>Kenaikan berat</translation>
    </message>
    <message>
        <source>Tablets taken</source>
        <translation>Tablet yang diminum</translation>
    </message>
    <message>
        <source>Poedji Rochjati score (KSPR)</source>
        <translation>Skor Poedji Rochjati (KSPR)</translation>
    </message>
</context>
<context>
    <name>PregnancyTask</name>
    <message>
        <source>Pregnancy</source>
        <extracomment>At scale 1: how wide what stands at the right is, and the narrowest page that has room for it.</extracomment>
        <translation>Kehamilan</translation>
    </message>
    <message>
        <source>all entries of the mother</source>
        <translation>semua catatan ibu</translation>
    </message>
    <message>
        <source>visit of this month</source>
        <translation>kunjungan bulan ini</translation>
    </message>
    <message>
        <source>begin a referral</source>
        <translation>buat rujukan</translation>
    </message>
    <message>
        <source>the birth: mother and children in one step</source>
        <translation>kelahiran: ibu dan anak sekaligus</translation>
    </message>
    <message>
        <source>change her data</source>
        <translation>ubah data ibu</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Pregnancy of {name}</source>
        <translation>Kehamilan {name}</translation>
    </message>
    <message>
        <source>pregnancy number {number}</source>
        <translation>kehamilan ke-{number}</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print</source>
        <extracomment>Makes the page; called in the worker thread.</extracomment>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Hide names and numbers</source>
        <translation>Samarkan nama dan nomor</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>Lembar sebelumnya</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Lembar berikutnya</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>{paper}, lying</source>
        <translation>{paper} mendatar</translation>
    </message>
    <message>
        <source>{paper}, upright</source>
        <translation>{paper} tegak</translation>
    </message>
    <message>
        <source>{count} sheets</source>
        <translation>{count} lembar</translation>
    </message>
    <message>
        <source>1 sheet</source>
        <translation>1 lembar</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Seluruh lembar</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>Berkas PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Simpan lembar cetak</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tersimpan: {file}</translation>
    </message>
    <message>
        <source>Handed to the printer. Look whether all sheets came out.</source>
        <translation>Sudah dikirim ke printer. Periksa apakah semua lembar keluar.</translation>
    </message>
    <message>
        <source>The printer takes nothing. Check whether it is on and connected, then print again.</source>
        <translation>Printer tidak menerima. Periksa apakah printer menyala dan tersambung, lalu cetak lagi.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
</context>
<context>
    <name>QuarterSide</name>
    <message>
        <source>For this quarter&apos;s scorecard</source>
        <translation>Untuk rapor triwulan ini</translation>
    </message>
    <message>
        <source>Quarter {number}/{year}, drafts included</source>
        <translation>Triwulan {number}/{year}, termasuk draf</translation>
    </message>
    <message>
        <source>See the village scorecard</source>
        <translation>Lihat rapor desa</translation>
    </message>
</context>
<context>
    <name>QuarterStepper</name>
    <message>
        <source>One quarter back</source>
        <translation>Triwulan sebelumnya</translation>
    </message>
    <message>
        <source>One quarter on</source>
        <translation>Triwulan berikutnya</translation>
    </message>
    <message>
        <source>{months}, still running</source>
        <translation>{months}, masih berjalan</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>The number is still missing.</source>
        <extracomment>Of a question&apos;s words, and where the row is narrow and they take two lines. What letter, status and the gaps between take.</extracomment>
        <translation>Angkanya belum diisi.</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>belum bisa disimpan</translation>
    </message>
    <message>
        <source>the number is missing</source>
        <translation>angkanya belum diisi</translation>
    </message>
    <message>
        <source>Doses one by one</source>
        <translation>Dosis satu per satu</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>as the health worker says</source>
        <extracomment>The colours of the growth mat, by the value they stand for; shown beside its word.</extracomment>
        <translation>menurut petugas kesehatan</translation>
    </message>
    <message>
        <source>months</source>
        <translation>bulan</translation>
    </message>
    <message>
        <source>times</source>
        <translation>kali</translation>
    </message>
    <message>
        <source>tablets</source>
        <translation>butir</translation>
    </message>
    <message>
        <source>of 4</source>
        <translation>dari 4</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>bulan ini</translation>
    </message>
    <message>
        <source>as the KIA book says</source>
        <translation>menurut Buku KIA</translation>
    </message>
</context>
<context>
    <name>ReceiptMaker</name>
    <message>
        <source>Where shall the receipt go? Stick or folder</source>
        <translation>Ke mana tanda terima ditulis? Flashdisk atau folder</translation>
    </message>
    <message>
        <source>Write it all the same</source>
        <translation>Tetap tulis</translation>
    </message>
    <message>
        <source>Receipt for {name} written: {file}</source>
        <translation>Tanda terima untuk {name} ditulis: {file}</translation>
    </message>
    <message>
        <source>{count} receipts written to {folder}</source>
        <translation>{count} tanda terima ditulis ke {folder}</translation>
    </message>
</context>
<context>
    <name>ReceiptOpening</name>
    <message>
        <source>Open receipts</source>
        <translation>Buka tanda terima</translation>
    </message>
    <message>
        <source>Bundles (*.kpmsync)</source>
        <translation>Berkas kiriman (*.kpmsync)</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>Receipts</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>Buat tanda terima</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Folder lain…</translation>
    </message>
    <message>
        <source>{count} laptops wait for a receipt.</source>
        <translation>{count} laptop menunggu tanda terima.</translation>
    </message>
    <message>
        <source>No laptop waits for a receipt.</source>
        <translation>Tidak ada laptop yang menunggu tanda terima.</translation>
    </message>
    <message>
        <source>To: {folder}</source>
        <translation>Ke: {folder}</translation>
    </message>
</context>
<context>
    <name>RecordKinds</name>
    <message>
        <source>Not the same</source>
        <translation>Memang berbeda</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data diri</translation>
    </message>
</context>
<context>
    <name>ReferSide</name>
    <message>
        <source>Write the referral</source>
        <translation>Buat surat rujukan</translation>
    </message>
    <message>
        <source>Not referred, because…</source>
        <translation>Tidak dirujuk, karena…</translation>
    </message>
    <message>
        <source>It is filled in already; once saved it is printed.</source>
        <translation>Sudah terisi; sesudah disimpan langsung dicetak.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>The referral stands in Tugas until it has a result.</source>
        <translation>Rujukan ini muncul di Tugas sampai ada hasilnya.</translation>
    </message>
    <message>
        <source>See the village scorecard</source>
        <translation>Lihat rapor desa</translation>
    </message>
    <message>
        <source>{source} · not confirmed yet</source>
        <translation>{source} · belum dipastikan</translation>
    </message>
    <message>
        <source>Refer now</source>
        <translation>Rujuk sekarang</translation>
    </message>
</context>
<context>
    <name>Referring</name>
    <message>
        <source>Why is nobody referred?</source>
        <translation>Mengapa tidak dirujuk?</translation>
    </message>
    <message>
        <source>For example: taken to the midwife already.</source>
        <translation>Misalnya: sudah diantar ke bidan.</translation>
    </message>
    <message>
        <source>It is kept with the checklist, and the supervisor sees it.</source>
        <translation>Disimpan bersama isian ini, dan penyelia melihatnya.</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>Simpan alasan</translation>
    </message>
    <message>
        <source>The referral is saved. It stands in Tugas until it has a result.</source>
        <translation>Rujukan tersimpan. Rujukan ini muncul di Tugas sampai ada hasilnya.</translation>
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
        <source>These are your own. Type to see fewer; ↓ and Enter take one.</source>
        <translation>Ini wilayah Anda. Ketik untuk mempersempit; ↓ lalu Enter memilih.</translation>
    </message>
    <message>
        <source>Enter takes the marked row. Several may be chosen.</source>
        <translation>Enter mengambil wilayah yang dipilih. Boleh lebih dari satu.</translation>
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
        <source>{count} found; Enter takes the marked one</source>
        <translation>{count} ditemukan; Enter mengambil yang dipilih</translation>
    </message>
</context>
<context>
    <name>RegionModel</name>
    <message>
        <source>outside your region</source>
        <translation>di luar wilayah Anda</translation>
    </message>
    <message>
        <source>now {place} ({code})</source>
        <translation>sekarang {place} ({code})</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Village</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>Search a name, a word or a place</source>
        <translation>Cari nama, kata atau tempat</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Catatan yang tampil</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>print the list, or save it as PDF or Excel</source>
        <translation>cetak daftar ini, atau simpan sebagai PDF atau Excel</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{shown} dari {total} catatan</translation>
    </message>
    <message>
        <source>Saved. It travels with {carrier}.</source>
        <translation>Tersimpan. Ikut dengan {carrier}.</translation>
    </message>
    <message>
        <source>Not saved yet: it is kept as a draft and stands first in the list.</source>
        <translation>Belum disimpan: drafnya ada di urutan teratas daftar.</translation>
    </message>
    <message>
        <source>No row fits.</source>
        <translation>Tidak ada catatan yang cocok.</translation>
    </message>
    <message>
        <source>Search with fewer letters, or choose All.</source>
        <translation>Cari dengan lebih sedikit huruf, atau pilih Semua.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>isi hasil</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>{days} days to the end of {month}</source>
        <extracomment>From so many days before its end a month is reminded of. A referral older than this is no reminder any more; the history still shows it. Questions told at once.</extracomment>
        <translation>{days} hari lagi sampai akhir {month}</translation>
    </message>
    <message>
        <source>Last day of {month}</source>
        <translation>Hari terakhir {month}</translation>
    </message>
    <message>
        <source>Send everything before it ends</source>
        <translation>Kirim semua catatan sebelum bulan berakhir</translation>
    </message>
    <message>
        <source>{count} more questions</source>
        <translation>{count} pertanyaan lagi</translation>
    </message>
    <message>
        <source>They move up when one is answered.</source>
        <translation>Tampil setelah satu dijawab.</translation>
    </message>
    <message>
        <source>Question of {asker}: {name}</source>
        <translation>Pertanyaan {asker}: {name}</translation>
    </message>
    <message>
        <source>Answered: {name}</source>
        <translation>Sudah dijawab: {name}</translation>
    </message>
    <message>
        <source>Referral of {name}: no result yet</source>
        <translation>Rujukan {name}: belum ada hasil</translation>
    </message>
    <message>
        <source>for {days} days</source>
        <translation>sudah {days} hari</translation>
    </message>
    <message>
        <source>{days} days at {place}</source>
        <translation>Dirujuk ke {place}, {days} hari lalu</translation>
    </message>
    <message>
        <source>{count} children not weighed yet</source>
        <translation>{count} anak belum ditimbang</translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message>
        <source>To remember</source>
        <translation>Yang perlu diingat</translation>
    </message>
    <message>
        <source>To be looked at again: {count}</source>
        <translation>Perlu dicek: {count}</translation>
    </message>
    <message>
        <source>Nothing now.</source>
        <translation>Tidak ada sekarang.</translation>
    </message>
    <message>
        <source>see</source>
        <translation>lihat</translation>
    </message>
</context>
<context>
    <name>RemoteAdding</name>
    <message>
        <source>Choose a stick or folder</source>
        <translation>Pilih flashdisk atau folder</translation>
    </message>
    <message>
        <source>{remote} was added. What waits goes there by itself from now on.</source>
        <translation>{remote} ditambahkan. Mulai sekarang catatan terkirim ke sana otomatis.</translation>
    </message>
    <message>
        <source>Taken off the list. What lies there already is left alone.</source>
        <translation>Dihapus dari daftar. Yang sudah ada di sana dibiarkan.</translation>
    </message>
</context>
<context>
    <name>RemoteRow</name>
    <message>
        <source>on the way there…</source>
        <translation>sedang mengirim…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Send everything to {name} again that was not received</source>
        <translation>Kirim ulang ke {name} semua yang belum diterima</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>Hapus {name} dari daftar</translation>
    </message>
    <message>
        <source>Change the address or password of {name}</source>
        <translation>Ubah alamat atau kata sandi {name}</translation>
    </message>
</context>
<context>
    <name>RemoteVisits</name>
    <message>
        <source>Send all the same</source>
        <translation>Tetap kirim</translation>
    </message>
</context>
<context>
    <name>Remotes</name>
    <message>
        <source>Stick {name}</source>
        <translation>Flashdisk {name}</translation>
    </message>
    <message>
        <source>Server {name}</source>
        <translation>Server {name}</translation>
    </message>
    <message>
        <source>Next try {moment}.</source>
        <translation>Dicoba lagi {moment}.</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <translation>belum terpasang</translation>
    </message>
    <message>
        <source>not visited yet</source>
        <translation>belum dihubungi</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>answered {moment}</source>
        <translation>terhubung {moment}</translation>
    </message>
    <message>
        <source>Nothing new for {remote}: everything is there.</source>
        <translation>Tidak ada yang baru untuk {remote}: semua sudah ada di sana.</translation>
    </message>
    <message>
        <source>Bundle {numbers} lies on {remote}; the stick may be pulled out. Take it along.</source>
        <translation>Kiriman {numbers} sudah ada di {remote}. Flashdisk boleh dicabut; bawa ke penyelia.</translation>
    </message>
    <message>
        <source>Bundle {numbers} lies on {remote} and was read back. The receipt comes by itself.</source>
        <translation>Kiriman {numbers} sudah ada di {remote} dan sudah diperiksa. Tanda terima diambil otomatis.</translation>
    </message>
    <message>
        <source>Bundle {numbers} lies in the folder {remote}.</source>
        <translation>Kiriman {numbers} sudah ada di folder {remote}.</translation>
    </message>
    <message>
        <source>{count} bundles fetched from {remote}.</source>
        <translation>{count} kiriman diambil dari {remote}.</translation>
    </message>
    <message>
        <source>{count} could not be opened; they are left there.</source>
        <translation>{count} tidak dapat dibuka; dibiarkan di sana.</translation>
    </message>
    <message>
        <source>no bundle yet</source>
        <translation>belum ada kiriman</translation>
    </message>
    <message>
        <source>last bundle {moment}</source>
        <translation>kiriman terakhir {moment}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Tempat kirim</translation>
    </message>
</context>
<context>
    <name>RemotesCard</name>
    <message>
        <source>Stick or folder…</source>
        <translation>Flashdisk/folder…</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>None yet. What lies in a place is fetched by itself, and receipts are put there.</source>
        <translation>Belum ada. Kiriman di tempat kirim diambil otomatis, dan tanda terima ditaruh di sana.</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>Belum ada tempat kirim</translation>
    </message>
    <message>
        <source>A stick, a folder that another program carries away, or the web server of your office.</source>
        <translation>Flashdisk, folder yang disalin aplikasi lain, atau server kantor.</translation>
    </message>
    <message>
        <source>Choose a stick or folder…</source>
        <translation>Pilih flashdisk atau folder…</translation>
    </message>
    <message>
        <source>or enter a web server…</source>
        <translation>atau server kantor…</translation>
    </message>
</context>
<context>
    <name>RemovedDoseDialog</name>
    <message>
        <source>{dose}: take the date away?</source>
        <translation>{dose}: hapus tanggalnya?</translation>
    </message>
    <message>
        <source>Given, but without a date: the dose still counts.</source>
        <translation>Diberikan, tetapi tanpa tanggal: dosis ini tetap dihitung.</translation>
    </message>
    <message>
        <source>Entered in error: the dose was not given and no longer counts.</source>
        <translation>Keliru dicatat: dosis ini tidak diberikan dan tidak dihitung lagi.</translation>
    </message>
    <message>
        <source>What was recorded stays in the history.</source>
        <translation>Yang pernah tercatat tetap ada di riwayat.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Keliru dicatat</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Tanpa tanggal</translation>
    </message>
</context>
<context>
    <name>RepairForm</name>
    <message>
        <source>To be repaired: {field}</source>
        <translation>Perlu diperbaiki: {field}</translation>
    </message>
    <message>
        <source>The right entry</source>
        <translation>Isian yang benar</translation>
    </message>
    <message>
        <source>Leave it empty</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>The old entry stays in the history, the repair travels to all laptops. What is typed is a draft.</source>
        <translation>Isian lama tetap ada di riwayat, perbaikan ikut ke semua laptop. Yang diketik langsung tersimpan sebagai draf.</translation>
    </message>
    <message>
        <source>Enter the right value, or choose Leave it empty.</source>
        <translation>Isi yang benar, atau pilih Kosongkan.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Tertulis</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>laptop ini</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Tidak dipakai</translation>
    </message>
    <message>
        <source>on the supervisor&apos;s laptop</source>
        <translation>di laptop penyelia</translation>
    </message>
    <message>
        <source>Used meanwhile</source>
        <translation>Dipakai sementara</translation>
    </message>
    <message>
        <source>nothing: the field counts as empty</source>
        <translation>tidak ada: isian ini dianggap kosong</translation>
    </message>
    <message>
        <source>Months before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
</context>
<context>
    <name>Repairing</name>
    <message>
        <source>Not repaired yet: what was typed is kept, and is there again when you open it.</source>
        <translation>Belum diperbaiki: yang sudah diketik tetap ada, dan ada lagi saat dibuka.</translation>
    </message>
    <message>
        <source>Repaired. The right entry counts now, here and soon on all laptops.</source>
        <translation>Sudah diperbaiki. Isian yang benar dipakai di sini, dan segera di semua laptop.</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>Mark this row as entered in error?</source>
        <translation>Tandai catatan ini keliru dicatat?</translation>
    </message>
    <message>
        <source>It is used nowhere even now. Marked, it is listed no longer; the history keeps it.</source>
        <translation>Sekarang pun catatan ini tidak dipakai. Setelah ditandai tidak tampil lagi; riwayatnya tetap ada.</translation>
    </message>
    <message>
        <source>What it was meant to say must be entered once more in a visit.</source>
        <translation>Isi yang dimaksud perlu dicatat sekali lagi lewat kunjungan.</translation>
    </message>
    <message>
        <source>Mark it</source>
        <translation>Tandai</translation>
    </message>
    <message>
        <source>The row is listed no longer; the history keeps it.</source>
        <translation>Catatan itu tidak tampil lagi; riwayatnya tetap ada.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Forgotten? Type the recovery code instead.</source>
        <translation>Lupa? Ketik kode pemulihannya.</translation>
    </message>
    <message>
        <source>Password of the backup</source>
        <translation>Kata sandi cadangan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Which one? Nothing is changed before you say so at the end.</source>
        <translation>Yang mana? Tidak ada yang berubah sebelum Anda setuju di akhir.</translation>
    </message>
    <message>
        <source>The password of the backup</source>
        <translation>Kata sandi cadangan</translation>
    </message>
    <message>
        <source>The one that opened the laptop when it was made.</source>
        <translation>Kata sandi laptop waktu cadangan itu dibuat.</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Pulihkan cadangan ini?</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Lihat isinya</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Wait {count} seconds</source>
        <translation>Tunggu {count} detik</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Pilih cadangan</translation>
    </message>
    <message>
        <source>Backups (*.kpmbackup)</source>
        <translation>Cadangan (*.kpmbackup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>This password does not open the backup. Look again; nothing was changed.</source>
        <translation>Kata sandi ini tidak membuka cadangan itu. Periksa lagi; tidak ada yang berubah.</translation>
    </message>
</context>
<context>
    <name>RestoreChoice</name>
    <message>
        <source>Backups</source>
        <extracomment>As `commands/backups/backup_files.py` calls it; importing that would load the database before the first window.</extracomment>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Berkas lain…</translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation>di laptop ini</translation>
    </message>
    <message>
        <source>No backup was found beside this profile or on a stick. Plug the stick in, or choose the file.</source>
        <translation>Tidak ada cadangan di laptop ini atau di flashdisk yang terpasang. Pasang flashdisk-nya, atau pilih berkasnya.</translation>
    </message>
</context>
<context>
    <name>RestoreContents</name>
    <message>
        <source>In the backup</source>
        <extracomment>The kinds people count by.</extracomment>
        <translation>Isi cadangan</translation>
    </message>
    <message>
        <source>On this laptop now</source>
        <translation>Isi laptop ini sekarang</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Made {moment}</source>
        <translation>Dibuat {moment}</translation>
    </message>
    <message>
        <source>newest entry {moment}</source>
        <translation>isian terbaru {moment}</translation>
    </message>
    <message>
        <source>No records yet.</source>
        <translation>Belum ada catatan.</translation>
    </message>
    <message>
        <source>Nothing is recorded here yet.</source>
        <translation>Belum ada catatan di sini.</translation>
    </message>
    <message>
        <source>What is here now is put aside whole, in a folder beside it; nothing is deleted.</source>
        <translation>Isi laptop sekarang disisihkan utuh ke folder lain; tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>It cannot be compared: the backup is of another profile, or this one has a new key since, or is damaged.</source>
        <translation>Tidak dapat dibandingkan: cadangan ini milik profil lain, atau isi laptop ini sudah dikunci ulang sesudahnya, atau rusak.</translation>
    </message>
    <message>
        <source>Everything that is here is in the backup too.</source>
        <translation>Semua yang ada di sini juga ada di cadangan.</translation>
    </message>
    <message>
        <source>{count} records are newer here than in the backup, the last of {moment}.</source>
        <translation>{count} catatan di sini lebih baru daripada cadangan, terakhir {moment}.</translation>
    </message>
    <message>
        <source>{count} drafts are not in it.</source>
        <translation>{count} draf tidak ada di cadangan.</translation>
    </message>
    <message>
        <source>After the restore they are no longer shown.</source>
        <translation>Setelah dipulihkan, semua itu tidak tampil lagi.</translation>
    </message>
</context>
<context>
    <name>RestoredDialog</name>
    <message>
        <source>The backup was restored</source>
        <translation>Cadangan sudah dipulihkan</translation>
    </message>
    <message>
        <source>What was here before is not deleted. It lies whole in this folder:</source>
        <translation>Isi laptop sebelumnya tidak dihapus. Semuanya utuh di folder ini:</translation>
    </message>
    <message>
        <source>Send once more, so that the supervisor knows what is here.</source>
        <translation>Kirim sekali lagi, supaya penyelia tahu apa yang ada di sini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Came back: {what}.</source>
        <extracomment>Fields told one by one.</extracomment>
        <translation>Balasan penyelia: {what}.</translation>
    </message>
    <message>
        <source>With it: {what}.</source>
        <translation>Di dalamnya: {what}.</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} pertanyaan</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} jawaban</translation>
    </message>
    <message>
        <source>{count} questions settled</source>
        <translation>{count} pertanyaan selesai</translation>
    </message>
    <message>
        <source>{person} gave you {count} households</source>
        <translation>{person} memberi Anda tugas {count} rumah tangga</translation>
    </message>
    <message>
        <source>{count} corrections by the supervisor</source>
        <translation>{count} koreksi oleh penyelia</translation>
    </message>
    <message>
        <source>{count} corrections by {person}</source>
        <translation>{count} koreksi oleh {person}</translation>
    </message>
    <message>
        <source>{count} records from the laptop of {person}</source>
        <translation>{count} catatan dari laptop {person}</translation>
    </message>
    <message>
        <source>{count} more records</source>
        <translation>{count} catatan lagi</translation>
    </message>
</context>
<context>
    <name>ReturnedDialog</name>
    <message>
        <source>What came back</source>
        <translation>Balasan penyelia</translation>
    </message>
    <message>
        <source>With the bundle opened {when}</source>
        <translation>Dari tanda terima yang dibuka {when}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Revoked</name>
    <message>
        <source>Everything stays on this laptop. Call your supervisor.</source>
        <translation>Semuanya tetap ada di laptop ini. Hubungi penyelia.</translation>
    </message>
    <message>
        <source>{place}: this laptop was revoked by {by}; {count} changes of it do not count there.</source>
        <translation>{place}: laptop ini diblokir oleh {by}; {count} catatannya tidak dihitung di sana.</translation>
    </message>
    <message>
        <source>the programme&apos;s key</source>
        <translation>kunci program</translation>
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
        <translation>Penyelia (pembina di kecamatan)</translation>
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
    <name>Roles</name>
    <message>
        <source>Cadre (KPM)</source>
        <translation>Kader (KPM)</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
</context>
<context>
    <name>RowDeeds</name>
    <message>
        <source>print the slip</source>
        <translation>cetak suratnya</translation>
    </message>
    <message>
        <source>history</source>
        <translation>riwayat</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>tanyakan</translation>
    </message>
    <message>
        <source>entered in error, or not after all</source>
        <translation>keliru dicatat, atau kembalikan</translation>
    </message>
    <message>
        <source>Ask about this row</source>
        <translation>Tanyakan catatan ini</translation>
    </message>
    <message>
        <source>Entered in error?</source>
        <translation>Keliru dicatat?</translation>
    </message>
    <message>
        <source>It is hidden and counts nowhere.</source>
        <translation>Catatan ini disembunyikan dan tidak dihitung.</translation>
    </message>
    <message>
        <source>It stays in the history; under “entered in error” it can be taken back.</source>
        <translation>Tetap ada di riwayat; di “Keliru dicatat” dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Keliru dicatat</translation>
    </message>
</context>
<context>
    <name>RowSentence</name>
    <message>
        <source>it is right</source>
        <translation>sudah benar</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>Stop after this file</source>
        <translation>Berhenti setelah berkas ini</translation>
    </message>
    <message>
        <source>Opening {place} of {count}: {file}</source>
        <translation>Membuka {place} dari {count}: {file}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>A date or place alone is no visit: answer at least one question.</source>
        <translation>Tanggal atau tempat saja belum berarti dikunjungi: isi paling sedikit satu isian lain.</translation>
    </message>
    <message>
        <source>Nothing new has been entered in this visit.</source>
        <translation>Belum ada isian baru dalam kunjungan ini.</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <extracomment>How large it opens, in letters, so that names, sizes and days are read. How wide the places beside the files are.</extracomment>
        <translation>Ganti {name}?</translation>
    </message>
    <message>
        <source>A file of this name is in {folder} already. What is in it will be gone.</source>
        <translation>Di {folder} sudah ada berkas dengan nama ini. Isinya akan hilang.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ganti</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>{total}: risk {risk}</source>
        <translation>{total}: risiko {risk}</translation>
    </message>
    <message>
        <source>Begins at {start}; it only grows, and does not replace what the health worker says.</source>
        <translation>Mulai {start}; hanya bertambah, dan tidak mengganti kata petugas.</translation>
    </message>
    <message>
        <source>Recorded, and not on the card: {risks}.</source>
        <translation>Tercatat, tidak ada di kartu skor: {risks}.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum diisi</translation>
    </message>
    <message>
        <source>Trimester {number} · {day}</source>
        <translation>Trimester {number} · {day}</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>The records speak for these; they count once somebody says so</source>
        <translation>Menurut catatan mungkin ada ini; dihitung sesudah ada yang memastikan</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Ya, benar</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>to come</source>
        <extracomment>An indicator&apos;s row narrower than this has its percentage beside the bar, so that the name is read.</extracomment>
        <translation>belum tiba</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>{share} services</source>
        <translation>{share} layanan</translation>
    </message>
    <message>
        <source>Convergence of the village</source>
        <translation>Tingkat konvergensi desa</translation>
    </message>
    <message>
        <source>Convergence, all villages</source>
        <translation>Tingkat konvergensi, semua desa</translation>
    </message>
    <message>
        <source>{count} of {total} villages counted</source>
        <translation>{count} dari {total} desa dihitung</translation>
    </message>
    <message>
        <source>All services, 100 %</source>
        <translation>Layanan lengkap 100 %</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} dari {total}</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>sasaran</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} sasaran</translation>
    </message>
    <message>
        <source>{count} to look at again</source>
        <translation>{count} perlu dicek</translation>
    </message>
    <message>
        <source>{count} not reported yet</source>
        <translation>{count} belum dilaporkan</translation>
    </message>
    <message>
        <source>Quarter {number}/{year}</source>
        <translation>Triwulan {number}/{year}</translation>
    </message>
    <message>
        <source>This quarter is still running until {day}</source>
        <translation>Triwulan ini masih berjalan sampai {day}</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} bulan</translation>
    </message>
    <message>
        <source>has given birth</source>
        <translation>sudah bersalin</translation>
    </message>
    <message>
        <source>month {count} of pregnancy</source>
        <translation>hamil {count} bulan</translation>
    </message>
    <message>
        <source>month of pregnancy unknown</source>
        <translation>usia kehamilan belum diketahui</translation>
    </message>
    <message>
        <source>Everything that applies was received.</source>
        <translation>Semua layanan yang sesuai sudah diterima.</translation>
    </message>
    <message>
        <source>Not received: {names}.</source>
        <translation>Belum diterima: {names}.</translation>
    </message>
    <message>
        <source>Y received · T not received · TS does not apply, is not counted</source>
        <translation>Y diterima · T tidak · TS tidak sesuai, tidak dihitung</translation>
    </message>
    <message>
        <source>being counted…</source>
        <translation>sedang dihitung…</translation>
    </message>
    <message>
        <source>Enter opens the village. Numerators and denominators are added.</source>
        <translation>Enter membuka desa. Yang dijumlahkan adalah yang diterima dan yang seharusnya.</translation>
    </message>
    <message>
        <source>Not reported yet</source>
        <translation>Belum dilaporkan</translation>
    </message>
    <message>
        <source>{count} without a row in this quarter</source>
        <translation>{count} sasaran tanpa formulir triwulan ini</translation>
    </message>
    <message>
        <source>They count in no number above until a month of the quarter is filled in.</source>
        <translation>Belum dihitung di angka mana pun sampai satu bulan di triwulan ini diisi.</translation>
    </message>
    <message>
        <source>Everybody was reported in this quarter</source>
        <translation>Semua sasaran sudah dilaporkan di triwulan ini</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>Perlu dicek</translation>
    </message>
    <message>
        <source>{count} places in the records</source>
        <translation>{count} isian</translation>
    </message>
    <message>
        <source>Nothing is hidden or changed by them; the numbers above count what is recorded.</source>
        <translation>Tidak ada yang disembunyikan atau diubah; angka di atas menghitung apa yang tercatat.</translation>
    </message>
    <message>
        <source>Nothing to look at again</source>
        <translation>Tidak ada yang perlu dicek</translation>
    </message>
    <message>
        <source>Complete services</source>
        <translation>Layanan lengkap</translation>
    </message>
    <message>
        <source>{count} of {total} received everything</source>
        <translation>{count} dari {total} menerima semua layanan</translation>
    </message>
    <message>
        <source>Nobody was reported in this quarter</source>
        <translation>Belum ada yang dilaporkan di triwulan ini</translation>
    </message>
    <message>
        <source>Attended in this quarter.</source>
        <translation>Hadir di triwulan ini.</translation>
    </message>
    <message>
        <source>Registered, without an attended month in this quarter.</source>
        <translation>Terdaftar, tanpa bulan hadir di triwulan ini.</translation>
    </message>
    <message>
        <source>An answer differs between two people; until one is chosen the newest counts.</source>
        <translation>Satu isian berbeda antara dua orang; sampai dipilih, yang terbaru dihitung.</translation>
    </message>
    <message>
        <source>It concerns: {names}.</source>
        <translation>Menyangkut: {names}.</translation>
    </message>
    <message>
        <source>Not among the targets</source>
        <translation>Tidak termasuk sasaran</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Rests on an answer that differs between two people.</source>
        <translation>Dihitung dari isian yang masih berbeda.</translation>
    </message>
    <message>
        <source>Rests on a dose that is to be looked at again.</source>
        <translation>Dihitung dari dosis yang perlu dicek.</translation>
    </message>
    <message>
        <source>Enter opens the village, with who is behind its number.</source>
        <translation>Enter membuka desanya, dengan siapa di balik angkanya.</translation>
    </message>
</context>
<context>
    <name>ScorecardPage</name>
    <message>
        <source>One quarter back, one on</source>
        <translation>Triwulan sebelumnya, berikutnya</translation>
    </message>
    <message>
        <source>Choose an indicator</source>
        <translation>Pilih indikator</translation>
    </message>
    <message>
        <source>To the people behind it, then to the history of one</source>
        <translation>Ke daftar orangnya, lalu ke riwayat seseorang</translation>
    </message>
    <message>
        <source>Back to the indicators</source>
        <translation>Kembali ke indikator</translation>
    </message>
    <message>
        <source>Who was not reported yet</source>
        <translation>Siapa yang belum dilaporkan</translation>
    </message>
    <message>
        <source>What to look at again</source>
        <translation>Apa yang perlu dicek</translation>
    </message>
    <message>
        <source>Village scorecard</source>
        <translation>Rapor desa</translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Convergence scorecard, Form 4 · rules {rules}</source>
        <translation>Scorecard konvergensi, Formulir 4 · aturan {rules}</translation>
    </message>
    <message>
        <source>No village delivers here yet</source>
        <translation>Belum ada desa yang mengirim ke sini</translation>
    </message>
    <message>
        <source>Invite a cadre; the scorecard of her village is counted from her first bundle.</source>
        <translation>Undang kader; rapor desanya dihitung sejak kiriman pertamanya.</translation>
    </message>
    <message>
        <source>Invite a cadre</source>
        <translation>Undang kader</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>reading village {read} of {total}…</source>
        <translation>membaca desa {read} dari {total}…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Cadres</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Pages and villages</source>
        <translation>Halaman dan desa</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Yang bisa dikerjakan</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Terakhir dibuka</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Buka halaman</translation>
    </message>
    <message>
        <source>in {page}</source>
        <translation>di {page}</translation>
    </message>
    <message>
        <source>{count} · Ctrl ↑ back</source>
        <translation>{count} · Ctrl ↑ kembali</translation>
    </message>
    <message>
        <source>{shown} of {count} · Ctrl ↓ all</source>
        <translation>{shown} dari {count} · Ctrl ↓ semua</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>What says who somebody is stands on the screen only as far as it was typed. What the second line says anyway.</extracomment>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>household</source>
        <translation>rumah tangga</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>cadre</source>
        <translation>kader KPM</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Undangan</translation>
    </message>
    <message>
        <source>Open the cadre</source>
        <translation>Buka kadernya</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>penyelia</translation>
    </message>
    <message>
        <source>{count} cadres</source>
        <translation>{count} kader</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} sasaran</translation>
    </message>
    <message>
        <source>Villages and cadres</source>
        <translation>Desa dan kader</translation>
    </message>
    <message>
        <source>{visited} of {targets} targets visited this month</source>
        <translation>{visited} dari {targets} sasaran dikunjungi bulan ini</translation>
    </message>
    <message>
        <source>Scorecard of {village}</source>
        <translation>Rapor {village}</translation>
    </message>
    <message>
        <source>Open the scorecard</source>
        <translation>Buka rapor</translation>
    </message>
    <message>
        <source>Visit {name}</source>
        <translation>Kunjungi {name}</translation>
    </message>
    <message>
        <source>the form of this month</source>
        <translation>formulir bulan ini</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Isi formulir</translation>
    </message>
    <message>
        <source>Make the receipt for {name}</source>
        <translation>Buat tanda terima untuk {name}</translation>
    </message>
    <message>
        <source>bundle {number}</source>
        <translation>kiriman {number}</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Buat</translation>
    </message>
    <message>
        <source>in {village}, {targets}</source>
        <translation>di {village}, {targets}</translation>
    </message>
    <message>
        <source>in {count} villages, {targets}</source>
        <translation>di {count} desa, {targets}</translation>
    </message>
    <message>
        <source>{village}, Kec. {district}</source>
        <translation>{village}, Kec. {district}</translation>
    </message>
    <message>
        <source>waits for its eight words</source>
        <translation>menunggu delapan kata</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>diundang</translation>
    </message>
    <message>
        <source>no bundle yet</source>
        <translation>belum ada kiriman</translation>
    </message>
    <message>
        <source>bundle {number}, {day}</source>
        <translation>kiriman {number}, {day}</translation>
    </message>
    <message>
        <source>mother {name}</source>
        <translation>ibu {name}</translation>
    </message>
    <message>
        <source>family of {name}</source>
        <translation>keluarga {name}</translation>
    </message>
    <message>
        <source>other spelling</source>
        <translation>ejaan lain</translation>
    </message>
    <message>
        <source>one letter differs</source>
        <translation>beda satu huruf</translation>
    </message>
    <message>
        <source>the mother&apos;s name: {text}</source>
        <translation>nama ibunya: {text}</translation>
    </message>
    <message>
        <source>the child&apos;s name: {text}</source>
        <translation>nama anaknya: {text}</translation>
    </message>
    <message>
        <source>carer: {text}</source>
        <translation>pengasuh: {text}</translation>
    </message>
    <message>
        <source>head of the family: {text}</source>
        <translation>kepala keluarga: {text}</translation>
    </message>
    <message>
        <source>NIK {text}</source>
        <translation>NIK {text}</translation>
    </message>
    <message>
        <source>family card {text}</source>
        <translation>No KK {text}</translation>
    </message>
    <message>
        <source>household no {text}</source>
        <translation>No rumah tangga {text}</translation>
    </message>
    <message>
        <source>posyandu: {text}</source>
        <translation>posyandu: {text}</translation>
    </message>
    <message>
        <source>telephone {text}</source>
        <translation>telepon {text}</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>belum ada tanda terima</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>diblokir</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} hari</translation>
    </message>
</context>
<context>
    <name>SearchOverlay</name>
    <message>
        <source>Search</source>
        <extracomment>As drawn: how wide it is, and how far from the window&apos;s upper and lower edge.</extracomment>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”.</source>
        <translation>Tidak ada yang cocok dengan “{text}”.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Try a part of the name or number; one letter may be wrong.</source>
        <translation>Coba sebagian nama atau nomor; satu huruf boleh berbeda.</translation>
    </message>
    <message>
        <source>Name, number, village, page…</source>
        <translation>Nama, nomor, desa, halaman…</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>bagian berikutnya</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>name, NIK, KIA number, telephone, mother</source>
        <translation>nama, NIK, No KIA, telepon, nama ibu</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Send to every target that is there</source>
        <extracomment>What is begun, or corrected, in a form of Sasaran.</extracomment>
        <translation>Kirim ke semua tempat kirim yang terpasang</translation>
    </message>
    <message>
        <source>Open receipts</source>
        <translation>Buka tanda terima</translation>
    </message>
    <message>
        <source>What came back with the last receipt</source>
        <translation>Balasan penyelia di tanda terima terakhir</translation>
    </message>
    <message>
        <source>To the first record to be repaired</source>
        <translation>Ke catatan pertama yang perlu diperbaiki</translation>
    </message>
    <message>
        <source>Open the history of the person that is chosen</source>
        <translation>Buka riwayat orang yang dipilih</translation>
    </message>
    <message>
        <source>Records reach the supervisor by stick, folder or web server</source>
        <translation>Catatan dikirim ke penyelia lewat flashdisk, folder, atau server kantor</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Report upwards</source>
        <translation>Lapor ke atas</translation>
    </message>
    <message>
        <source>What is held here reaches the next level up; whoever stands at the top needs nothing here</source>
        <translation>Yang ada di sini sampai ke tingkat di atas; penyelia paling atas tidak memerlukan halaman ini</translation>
    </message>
    <message>
        <source>Open receipt…</source>
        <translation>Buka tanda terima…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Nothing waits</source>
        <translation>Tidak ada catatan yang belum diterima</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Belum diterima penyelia</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Belum ada yang dikirim</translation>
    </message>
    <message>
        <source>Bundles sent</source>
        <translation>Riwayat kiriman</translation>
    </message>
    <message>
        <source>Who receives</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>receipt not back yet</source>
        <translation>menunggu tanda terima</translation>
    </message>
    <message>
        <source>being filled in</source>
        <translation>sedang diisi</translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation>di laptop ini</translation>
    </message>
    <message>
        <source>by the supervisor</source>
        <translation>oleh penyelia</translation>
    </message>
    <message>
        <source>press</source>
        <translation>tekan</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>came</source>
        <translation>sudah</translation>
    </message>
    <message>
        <source>{remote} is not plugged in. Plug it in: {count} records go along by themselves.</source>
        <translation>{remote} belum terpasang. Pasang, lalu {count} catatan terkirim otomatis.</translation>
    </message>
    <message>
        <source>{file} was opened before; nothing had to be done.</source>
        <translation>{file} sudah pernah dibuka; tidak ada yang perlu dilakukan.</translation>
    </message>
    <message>
        <source>Receipt {number} from {name}: {received} records were received, {waiting} still wait.</source>
        <translation>Tanda terima nomor {number} dari {name}: {received} catatan sudah diterima, {waiting} belum.</translation>
    </message>
    <message>
        <source>{count} files were for other laptops. Nothing is wrong with them.</source>
        <translation>{count} berkas untuk laptop lain dilewati. Berkasnya tidak bermasalah.</translation>
    </message>
</context>
<context>
    <name>SentCard</name>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Tempat kirim</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
</context>
<context>
    <name>SentDelegate</name>
    <message>
        <source>bundle {number}, {count} records</source>
        <extracomment>Rows narrower than this (large letters) have two lines at the left and the state instead of columns. Name, form and month, state.</extracomment>
        <translation>no {number}, {count} catatan</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Web server</source>
        <translation>Server kantor</translation>
    </message>
    <message>
        <source>A shared folder of your office, such as Nextcloud, reached over the internet</source>
        <translation>Folder bersama milik kantor, misalnya Nextcloud, lewat internet</translation>
    </message>
    <message>
        <source>As your supervisor gave it to you; it begins with https://</source>
        <translation>Seperti yang diberikan penyelia; diawali https://</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>User name there</source>
        <translation>Nama pengguna di sana</translation>
    </message>
    <message>
        <source>Password there</source>
        <translation>Kata sandi di sana</translation>
    </message>
    <message>
        <source>The password stays encrypted on this laptop.</source>
        <translation>Kata sandi ini tetap terkunci di laptop ini.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save without trying</source>
        <translation>Simpan tanpa mencoba</translation>
    </message>
    <message>
        <source>Try and save</source>
        <translation>Coba, lalu simpan</translation>
    </message>
    <message>
        <source>Certificate of the office…</source>
        <translation>Sertifikat kantor…</translation>
    </message>
    <message>
        <source>Certificate of the office</source>
        <translation>Sertifikat kantor</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Sertifikat (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Menghubungi server…</translation>
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
        <source>Password and lock</source>
        <translation>Kata sandi dan kunci layar</translation>
    </message>
    <message>
        <source>A new password for {name}. The recovery code stays the same.</source>
        <translation>Kata sandi baru untuk {name}. Kode pemulihan tetap sama.</translation>
    </message>
    <message>
        <source>Lock the screen after so many minutes without a key</source>
        <translation>Kunci layar bila tidak dipakai selama (menit)</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Who can open this profile…</source>
        <translation>Siapa yang dapat membuka…</translation>
    </message>
    <message>
        <source>The password was changed. The records are unchanged. Backups made before still open with the old one.</source>
        <translation>Kata sandi sudah diganti. Catatan tidak berubah. Cadangan yang dibuat sebelumnya masih terbuka dengan kata sandi lama.</translation>
    </message>
</context>
<context>
    <name>SheetRows</name>
    <message>
        <source>Row {name}</source>
        <extracomment>Sixteen letters and as many signs between them as anybody types.</extracomment>
        <translation>Baris {name}</translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation>✓ cocok</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>periksa lagi</translation>
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
    <name>Side</name>
    <message>
        <source>Who is behind it</source>
        <extracomment>In a larger text size the side grows less than the text, for the lists beside it need the room too.</extracomment>
        <translation>Daftar orangnya</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
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
        <translation>Dikirim</translation>
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
    <name>Subjects</name>
    <message>
        <source>a record that has not come yet</source>
        <translation>catatan yang belum sampai</translation>
    </message>
    <message>
        <source>child of {count} months</source>
        <translation>anak {count} bulan</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} tahun</translation>
    </message>
</context>
<context>
    <name>SupervisorCard</name>
    <message>
        <source>Not compared yet</source>
        <translation>Belum dicocokkan</translation>
    </message>
    <message>
        <source>Nobody receives yet. The supervisor&apos;s invitation makes her known; until then all is kept here.</source>
        <translation>Belum ada penerima. Buka berkas undangan dari penyelia; sampai itu ada, semua isian tersimpan di laptop ini.</translation>
    </message>
    <message>
        <source>Compare these eight words with {name} by telephone: all of them must be the same. Records may be sent before this is done.</source>
        <translation>Cocokkan delapan kata ini lewat telepon dengan {name}: kedelapannya harus sama. Catatan tetap boleh dikirim sebelum ini selesai.</translation>
    </message>
    <message>
        <source>{names} receives the records of this laptop. The eight words were compared.</source>
        <translation>{names} menerima catatan dari laptop ini. Delapan kata sudah dicocokkan.</translation>
    </message>
</context>
<context>
    <name>SupervisorHomePage</name>
    <message>
        <source>Good day, {name}</source>
        <translation>Selamat bekerja, {name}</translation>
    </message>
    <message>
        <source>Laptops without news</source>
        <translation>Laptop tanpa kabar</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>Go to the laptop that is chosen</source>
        <translation>Ke laptop yang dipilih</translation>
    </message>
    <message>
        <source>Without news</source>
        <translation>Tanpa kabar</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Yang perlu dihubungi</translation>
    </message>
    <message>
        <source>Nobody needs to be called</source>
        <translation>Tidak ada yang perlu dihubungi</translation>
    </message>
    <message>
        <source>All laptops have delivered within the last ten days, and nothing is missing.</source>
        <translation>Semua laptop mengirim dalam sepuluh hari terakhir, dan semua catatannya sudah sampai.</translation>
    </message>
    <message>
        <source>No laptop delivers here yet</source>
        <translation>Belum ada laptop yang mengirim ke sini</translation>
    </message>
    <message>
        <source>Invite the first cadre; she appears here as soon as she was invited.</source>
        <translation>Undang kader pertama; ia langsung muncul di sini setelah diundang.</translation>
    </message>
    <message>
        <source>Invite a cadre</source>
        <translation>Undang kader</translation>
    </message>
    <message>
        <source>Visits in {month}</source>
        <translation>Kunjungan {month}</translation>
    </message>
    <message>
        <source>No village yet</source>
        <translation>Belum ada desa</translation>
    </message>
    <message>
        <source>A village appears with the first bundle that comes from it.</source>
        <translation>Desa muncul dengan kiriman pertama dari sana.</translation>
    </message>
    <message>
        <source>{place} · {villages} villages, {people}</source>
        <translation>{place} · {villages} desa, {people}</translation>
    </message>
    <message>
        <source>over 10 days, of {count} laptops</source>
        <translation>lebih dari 10 hari · dari {count} laptop</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>tidak ada yang perlu diputuskan</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>belum dibuat</translation>
    </message>
    <message>
        <source>all are made</source>
        <translation>semua sudah dibuat</translation>
    </message>
</context>
<context>
    <name>TabbedPage</name>
    <message>
        <source>the next part of this page</source>
        <translation>bagian berikutnya di halaman ini</translation>
    </message>
</context>
<context>
    <name>TabletsCard</name>
    <message>
        <source>{count} tablets</source>
        <translation>{count} tablet</translation>
    </message>
    <message>
        <source>How many were taken is asked at every visit; the kind stands with it.</source>
        <translation>Yang diminum ditanyakan di setiap kunjungan, bersama jenisnya.</translation>
    </message>
    <message>
        <source>MMS, bottle of {bottle} since {month}: {left} left</source>
        <translation>MMS, botol {bottle} sejak {month}: sisa {left}</translation>
    </message>
    <message>
        <source>{taken} taken. For a month {count} are proposed, once the mother says so.</source>
        <translation>Diminum {taken}. Untuk sebulan diusulkan {count}, sesudah ibu bilang ya.</translation>
    </message>
</context>
<context>
    <name>TargetReader</name>
    <message>
        <source>Reading the records of {count} more villages…</source>
        <translation>Membaca catatan {count} desa lagi…</translation>
    </message>
</context>
<context>
    <name>TaskFilter</name>
    <message>
        <source>Whose households</source>
        <extracomment>A household: the code of its village and its id.</extracomment>
        <translation>Rumah tangga siapa</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>Tugas saya</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Satu desa</translation>
    </message>
</context>
<context>
    <name>ThisLaptopPage</name>
    <message>
        <source>This laptop</source>
        <extracomment>The kinds of records people know; the others are the program&apos;s own.</extracomment>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>Others who use this laptop can look into this profile&apos;s folder, {folder}. What is in it is encrypted; keep it in a folder of your own.</source>
        <translation>Orang lain yang memakai laptop ini dapat melihat isi folder catatan ini, {folder}. Isinya terkunci kata sandi; simpanlah di folder milik Anda sendiri.</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Yang belum selesai</translation>
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
        <source>Its eight words</source>
        <translation>Delapan kata laptop ini</translation>
    </message>
    <message>
        <source>Read them out by telephone when the supervisor asks which laptop this is.</source>
        <translation>Bacakan lewat telepon bila penyelia menanyakan laptop mana ini.</translation>
    </message>
    <message>
        <source>Read them out by telephone when somebody asks which laptop this is.</source>
        <translation>Bacakan lewat telepon bila ada yang menanyakan laptop mana ini.</translation>
    </message>
    <message>
        <source>The programme&apos;s recovery key is not signed: this laptop uses the one named in its invitation. Whoever holds the programme&apos;s key sheet signs it the next time it is used.</source>
        <translation>Kunci pemulihan program belum ditandatangani: laptop ini memakai yang disebut di undangannya. Pemegang lembar kunci program menandatanganinya saat lembar itu dipakai lagi.</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>Belum ada isian.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Semua sudah selesai.</translation>
    </message>
    <message>
        <source>{name} ({code}) is no longer in the list of regions. This laptop keeps working under it.</source>
        <translation>{name} ({code}) tidak ada lagi di daftar wilayah. Laptop ini tetap bekerja dengan kode itu.</translation>
    </message>
    <message>
        <source>{name} ({code}) is {now} in the list of today. This laptop keeps working under the old code.</source>
        <translation>{name} ({code}) sekarang {now} di daftar wilayah. Laptop ini tetap bekerja dengan kode lamanya.</translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation>Catatan yang belum dikirim</translation>
    </message>
    <message>
        <source>Changes without a receipt yet</source>
        <translation>Catatan yang belum ada tanda terimanya</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Entries that differ</source>
        <translation>Isian berbeda</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Places where numbers are missing</source>
        <translation>Bagian catatan yang belum sampai</translation>
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
    <name>ThreadDialog</name>
    <message>
        <source>Question</source>
        <extracomment>Answers shown; older ones stand in the history.</extracomment>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jawaban Anda</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Jawab</translation>
    </message>
    <message>
        <source>The question has not come to this laptop yet.</source>
        <translation>Pertanyaannya belum sampai di laptop ini.</translation>
    </message>
    <message>
        <source>Question of {name}</source>
        <translation>Pertanyaan {name}</translation>
    </message>
    <message>
        <source>{count} earlier answers stand in the history</source>
        <translation>{count} jawaban sebelumnya ada di riwayat</translation>
    </message>
    <message>
        <source>It is saved here and travels with {carrier}.</source>
        <translation>Disimpan di sini dan ikut dengan {carrier}.</translation>
    </message>
    <message>
        <source>The answer to {name} is saved; it travels with {carrier}.</source>
        <translation>Jawaban untuk {name} tersimpan; ikut dengan {carrier}.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>Buka kunjungan</translation>
    </message>
    <message>
        <source>Open the household</source>
        <translation>Buka rumah tangga</translation>
    </message>
    <message>
        <source>The record it is about has not come to this laptop yet. The question stays; answer it when the record is here.</source>
        <translation>Catatan yang ditanyakan belum sampai di laptop ini. Pertanyaannya tetap ada; jawab bila catatannya sudah datang.</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Sekarang: {value}</translation>
    </message>
    <message>
        <source>About: {row}</source>
        <translation>Tentang: {row}</translation>
    </message>
    <message>
        <source>The question is open again.</source>
        <translation>Pertanyaan dibuka lagi.</translation>
    </message>
    <message>
        <source>The question is settled.</source>
        <translation>Pertanyaan selesai.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>a record that has not come yet</source>
        <translation>catatan yang belum sampai</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Belum disimpan</translation>
    </message>
    <message>
        <source>Draft of {name}</source>
        <translation>Draf {name}</translation>
    </message>
    <message>
        <source>Recorded by {name}</source>
        <translation>Diisi oleh {name}</translation>
    </message>
    <message>
        <source>Chosen by {name}</source>
        <translation>Dipilih oleh {name}</translation>
    </message>
    <message>
        <source>Changed by {name}</source>
        <translation>Diubah oleh {name}</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>laptop ini</translation>
    </message>
    <message>
        <source>their own laptop</source>
        <translation>laptopnya</translation>
    </message>
    <message>
        <source>laptop {name}</source>
        <translation>laptop {name}</translation>
    </message>
    <message>
        <source>What is in it only {name} sees.</source>
        <translation>Isinya hanya dilihat oleh {name}.</translation>
    </message>
    <message>
        <source>{names} changed other fields of this record; both count.</source>
        <translation>{names} mengubah isian lain pada catatan ini; keduanya dipakai.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s laptop does not use this entry: look at it again and save anew.</source>
        <translation>Laptop penyelia tidak memakai isian ini: periksa lagi lalu simpan ulang.</translation>
    </message>
    <message>
        <source>{one} and {other} are not the same; nobody is asked again.</source>
        <translation>{one} dan {other} memang berbeda; tidak ditanyakan lagi.</translation>
    </message>
    <message>
        <source>Taken apart from the record of {name}; both stand alone again.</source>
        <translation>Dipisahkan dari catatan {name}; keduanya kembali menjadi catatan terpisah.</translation>
    </message>
    <message>
        <source>Merged with the record of {name}: both are read as one.</source>
        <translation>Digabung dengan catatan {name}: keduanya dihitung satu.</translation>
    </message>
    <message>
        <source>Enter: take apart</source>
        <translation>Enter: pisahkan</translation>
    </message>
    <message>
        <source>(before: {value})</source>
        <translation>(sebelumnya {value})</translation>
    </message>
    <message>
        <source>not used: {why}</source>
        <translation>tidak dipakai: {why}</translation>
    </message>
    <message>
        <source>replaced later by {name}</source>
        <translation>kemudian diganti oleh {name}</translation>
    </message>
    <message>
        <source>not chosen by {name}</source>
        <translation>tidak dipilih oleh {name}</translation>
    </message>
    <message>
        <source>differs from another entry</source>
        <translation>berbeda dengan isian lain</translation>
    </message>
    <message>
        <source>{row}, all of it</source>
        <extracomment>What is entered in a visit, and what is known of a person without one.</extracomment>
        <translation>{row}, seluruhnya</translation>
    </message>
    <message>
        <source>Household of {name}</source>
        <translation>Rumah tangga {name}</translation>
    </message>
    <message>
        <source>waits for an entry that has not come yet</source>
        <translation>menunggu isian yang belum sampai</translation>
    </message>
    <message>
        <source>does not count: its laptop was shut out</source>
        <translation>tidak dihitung: laptopnya diblokir</translation>
    </message>
    <message>
        <source>the linked record&apos;s entry is shown</source>
        <translation>yang dipakai: isian dari catatan gabungannya</translation>
    </message>
    <message>
        <source>Two entries differ: {field}</source>
        <translation>Dua isian berbeda: {field}</translation>
    </message>
    <message>
        <source>{count} entries differ: {field}</source>
        <translation>{count} isian berbeda: {field}</translation>
    </message>
</context>
<context>
    <name>ToDecideCard</name>
    <message>
        <source>To be decided</source>
        <translation>Perlu diputuskan</translation>
    </message>
    <message>
        <source>entries differ</source>
        <translation>isian berbeda</translation>
    </message>
    <message>
        <source>to be repaired</source>
        <translation>perlu diperbaiki</translation>
    </message>
    <message>
        <source>gaps in the numbers</source>
        <translation>catatan belum sampai</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>pertanyaan</translation>
    </message>
    <message>
        <source>laptops wait</source>
        <translation>laptop menunggu delapan kata</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>and {count} more</source>
        <extracomment>A sentence about somebody: the name, the sentence, its tone.</extracomment>
        <translation>dan {count} lagi</translation>
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
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
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
        <translation>Catatan di laptop ini terkunci kata sandi. Keliru ketik tidak merusak apa pun.</translation>
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
    <name>UnmergeDialog</name>
    <message>
        <source>Take {name} apart</source>
        <translation>Pisahkan {name}</translation>
    </message>
    <message>
        <source>Which record is another one?</source>
        <translation>Catatan mana yang bukan orang atau rumah tangga ini?</translation>
    </message>
    <message>
        <source>The records that are read as one</source>
        <translation>Catatan yang digabung</translation>
    </message>
    <message>
        <source>It stands alone again, as it was entered; the others stay together. What was saved since they were merged stays in each of them.</source>
        <translation>Catatan itu terpisah lagi seperti semula; yang lain tetap bersama. Yang disimpan sejak digabung tetap ada di masing-masing.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Taken apart: each record stands alone again.</source>
        <translation>Dipisahkan: kembali menjadi catatan terpisah.</translation>
    </message>
</context>
<context>
    <name>VillageChoice</name>
    <message>
        <source>Village</source>
        <extracomment>Of a card with a title in one line, of that line, and free within a card at its sides.</extracomment>
        <translation>Desa</translation>
    </message>
    <message>
        <source>All {count} villages</source>
        <translation>Semua desa ({count})</translation>
    </message>
</context>
<context>
    <name>Villages</name>
    <message>
        <source>being counted…</source>
        <translation>sedang dihitung…</translation>
    </message>
    <message>
        <source>no targets this month</source>
        <translation>tidak ada sasaran bulan ini</translation>
    </message>
    <message>
        <source>{visited} of {targets} targets visited</source>
        <translation>{visited} dari {targets} sasaran dikunjungi</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <extracomment>Rows narrower than this have no column for the last bundle, nor for the month: for how long there is no news then says the bundle&apos;s day, and what was written stands below the name.</extracomment>
        <translation>{count} sasaran</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} hari</translation>
    </message>
    <message>
        <source>eight words</source>
        <translation>delapan kata</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>diblokir</translation>
    </message>
    <message>
        <source>2 copies</source>
        <translation>2 salinan</translation>
    </message>
    <message>
        <source>file {number} refused</source>
        <translation>berkas {number} tidak terbuka</translation>
    </message>
    <message>
        <source>{count} differ</source>
        <translation>{count} isian berbeda</translation>
    </message>
    <message>
        <source>missing {numbers}</source>
        <translation>{numbers} belum sampai</translation>
    </message>
    <message>
        <source>{count} quarantined</source>
        <translation>{count} perlu diperbaiki</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>{day} · no {number}</source>
        <translation>{day} · no {number}</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} formulir</translation>
    </message>
    <message>
        <source>invited {day}</source>
        <translation>diundang {day}</translation>
    </message>
    <message>
        <source>Laptop {name}</source>
        <translation>Laptop {name}</translation>
    </message>
    <message>
        <source>Village and cadre</source>
        <translation>Desa dan kader</translation>
    </message>
    <message>
        <source>Last bundle</source>
        <translation>Kiriman terakhir</translation>
    </message>
    <message>
        <source>No news for</source>
        <translation>Tanpa kabar</translation>
    </message>
    <message>
        <source>Visits {month}</source>
        <translation>Kunjungan {month}</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu dicek</translation>
    </message>
    <message>
        <source>{visited} of {targets}</source>
        <translation>{visited} dari {targets}</translation>
    </message>
</context>
<context>
    <name>VillagesPage</name>
    <message>
        <source>Open the laptop that is chosen</source>
        <translation>Buka laptop yang dipilih</translation>
    </message>
    <message>
        <source>Make a receipt for it</source>
        <translation>Buat tanda terima untuknya</translation>
    </message>
    <message>
        <source>Hand out the households of a village</source>
        <translation>Bagi tugas rumah tangga sebuah desa</translation>
    </message>
    <message>
        <source>Open bundles</source>
        <translation>Buka kiriman</translation>
    </message>
    <message>
        <source>Invite a cadre</source>
        <translation>Undang kader</translation>
    </message>
    <message>
        <source>Villages and cadres</source>
        <translation>Desa dan kader</translation>
    </message>
    <message>
        <source>Tasks…</source>
        <translation>Tugas…</translation>
    </message>
    <message>
        <source>Open bundles…</source>
        <translation>Buka kiriman…</translation>
    </message>
    <message>
        <source>No village delivers here yet</source>
        <translation>Belum ada desa yang mengirim ke sini</translation>
    </message>
    <message>
        <source>Invite a cadre; her first bundle lets her village appear here.</source>
        <translation>Undang kader; desanya muncul di sini dengan kiriman pertamanya.</translation>
    </message>
    <message>
        <source>Marked after {quiet} days without news, urgent after {silent}</source>
        <translation>Kuning: lebih dari {quiet} hari tanpa kabar · Merah: lebih dari {silent} hari</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>tanda terima</translation>
    </message>
    <message>
        <source>{count} villages</source>
        <translation>{count} desa</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} sasaran</translation>
    </message>
</context>
<context>
    <name>VisitHead</name>
    <message>
        <source>Visit {month}</source>
        <translation>Kunjungan {month}</translation>
    </message>
    <message>
        <source>The visit needs its date. Type it.</source>
        <translation>Isi dulu tanggal periksa.</translation>
    </message>
</context>
<context>
    <name>VisitSavedDialog</name>
    <message>
        <source>The visit is saved</source>
        <translation>Formulir tersimpan</translation>
    </message>
    <message>
        <source>Saved. Refer now</source>
        <translation>Tersimpan. Rujuk sekarang</translation>
    </message>
    <message>
        <source>{count} checklists</source>
        <translation>{count} formulir</translation>
    </message>
    <message>
        <source>It is kept on this laptop and goes to the supervisor with the next delivery.</source>
        <translation>Tersimpan di laptop ini dan ikut kiriman berikutnya ke penyelia.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message>
        <source>Next household</source>
        <translation>Rumah berikutnya</translation>
    </message>
    <message>
        <source>Everybody on the list has been visited.</source>
        <translation>Semua di daftar ini sudah dikunjungi.</translation>
    </message>
</context>
<context>
    <name>VisitTask</name>
    <message>
        <source>Visit</source>
        <extracomment>In a narrower page, at scale 1, the questions need the room; the quarter is a key away (F6).</extracomment>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>yes, no, and on to the next question</source>
        <translation>ya, tidak, lalu ke isian berikutnya</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>type a number; Enter goes on</source>
        <translation>isi angka; Enter lanjut</translation>
    </message>
    <message>
        <source>the same as last month, or as for the mother</source>
        <translation>sama dengan bulan lalu, atau dengan ibunya</translation>
    </message>
    <message>
        <source>the value is right, although it was warned about</source>
        <translation>isian sudah benar meski ada peringatan</translation>
    </message>
    <message>
        <source>empty the answer</source>
        <translation>kosongkan isian</translation>
    </message>
    <message>
        <source>move without changing</source>
        <translation>pindah tanpa mengubah</translation>
    </message>
    <message>
        <source>the person before or after</source>
        <translation>orang sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>further answers</source>
        <translation>isian lain</translation>
    </message>
    <message>
        <source>add a person, history of the person</source>
        <translation>tambah anggota, riwayat orang ini</translation>
    </message>
    <message>
        <source>growth of the child</source>
        <translation>pertumbuhan anak</translation>
    </message>
    <message>
        <source>date and place of the visit</source>
        <translation>tanggal dan tempat kunjungan</translation>
    </message>
    <message>
        <source>the child&apos;s doses, the mother&apos;s pregnancy</source>
        <translation>dosis imunisasi anak, kehamilan ibu</translation>
    </message>
    <message>
        <source>the village scorecard</source>
        <translation>rapor desa</translation>
    </message>
    <message>
        <source>write a referral, filled in already</source>
        <translation>buat surat rujukan yang sudah terisi</translation>
    </message>
    <message>
        <source>why somebody at risk is not referred</source>
        <translation>alasan tidak dirujuk</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>back; the draft stays</source>
        <translation>kembali; draf tetap ada</translation>
    </message>
    <message>
        <source>{names} has a draft of this visit too.</source>
        <translation>{names} juga punya draf kunjungan ini.</translation>
    </message>
    <message>
        <source>Refer now: {facts}. F8 writes the referral, A keeps why nobody is referred.</source>
        <translation>Rujuk sekarang: {facts}. F8 membuat surat rujukan, A mencatat alasan tidak dirujuk.</translation>
    </message>
    <message>
        <source>Write the referral</source>
        <translation>Buat surat rujukan</translation>
    </message>
    <message>
        <source>This is the form of {month}, not of this month ({this}).</source>
        <translation>Ini formulir {month}, bukan bulan ini ({this}).</translation>
    </message>
    <message>
        <source>Nobody here is to be visited this month.</source>
        <translation>Bulan ini tidak ada sasaran di rumah ini.</translation>
    </message>
    <message>
        <source>Add a pregnant woman or a child under two, or go back with Esc.</source>
        <translation>Tambah ibu hamil atau anak di bawah dua tahun, atau kembali dengan Esc.</translation>
    </message>
    <message>
        <source>Add a person here</source>
        <translation>Tambah anggota di rumah ini</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>To this month</source>
        <translation>Ke bulan ini</translation>
    </message>
    <message>
        <source>Search a name, KIA number or hamlet</source>
        <translation>Cari nama, No KIA atau dusun</translation>
    </message>
    <message>
        <source>choose a household</source>
        <translation>pilih rumah tangga</translation>
    </message>
    <message>
        <source>start the visit, or correct it</source>
        <translation>mulai kunjungan, atau perbaiki</translation>
    </message>
    <message>
        <source>the month before or after</source>
        <translation>bulan sebelum atau sesudahnya</translation>
    </message>
    <message>
        <source>to this month</source>
        <translation>ke bulan ini</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>{done} of {total} targets have been visited · {count} households</source>
        <translation>{done} dari {total} sasaran sudah dikunjungi · {count} rumah tangga</translation>
    </message>
    <message>
        <source>This is {month}: what is entered here counts for {month}, not for {this}.</source>
        <translation>Ini {month}: yang diisi di sini dihitung untuk {month}, bukan {this}.</translation>
    </message>
    <message>
        <source>Visits</source>
        <extracomment>Correcting goes back as far as form 3B looks.</extracomment>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Still to visit</source>
        <translation>Belum dikunjungi</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>Sudah dikunjungi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>Which households</source>
        <translation>Rumah tangga yang tampil</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Rumah tangga</translation>
    </message>
    <message>
        <source>No household here.</source>
        <translation>Tidak ada rumah tangga di sini.</translation>
    </message>
    <message>
        <source>No household of this month fits what is chosen or searched.</source>
        <translation>Tidak ada rumah tangga bulan ini yang cocok dengan pilihan atau pencarian.</translation>
    </message>
    <message>
        <source>Show all households</source>
        <translation>Tampilkan semua rumah tangga</translation>
    </message>
    <message>
        <source>Nobody is a target in this month.</source>
        <translation>Belum ada sasaran di bulan ini.</translation>
    </message>
    <message>
        <source>Targets are pregnant women and children under two.</source>
        <translation>Sasaran adalah ibu hamil dan anak di bawah dua tahun.</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Tambah sasaran</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>{count} records</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>{count} to be repaired</source>
        <translation>{count} perlu diperbaiki</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} lagi</translation>
    </message>
</context>
<context>
    <name>WeightCard</name>
    <message>
        <source>needs {least}–{most} kg</source>
        <translation>perlu {least}–{most} kg</translation>
    </message>
    <message>
        <source>Fill in height and weight before the pregnancy (U): then the band is drawn.</source>
        <translation>Isi tinggi dan berat sebelum hamil (U): lalu pitanya tergambar.</translation>
    </message>
    <message>
        <source>Band for BMI {bmi} before the pregnancy.</source>
        <translation>Pita untuk IMT {bmi} sebelum hamil.</translation>
    </message>
    <message>
        <source>Now {place}.</source>
        <translation>Sekarang {place}.</translation>
    </message>
    <message>
        <source>No weight in this pregnancy yet.</source>
        <translation>Belum ada timbangan di kehamilan ini.</translation>
    </message>
    <message>
        <source>By week: not confirmed yet; only the total has a source.</source>
        <translation>Per minggu belum dipastikan; yang bersumber hanya jumlahnya.</translation>
    </message>
</context>
<context>
    <name>WhatReturned</name>
    <message>
        <source>What came back</source>
        <translation>Balasan</translation>
    </message>
</context>
<context>
    <name>Withdrawing</name>
    <message>
        <source>Household of {name}: entered in error?</source>
        <extracomment>What may be marked here, and so what a page shows anew.</extracomment>
        <translation>Rumah tangga {name}: keliru dicatat?</translation>
    </message>
    <message>
        <source>The household and everybody in it is hidden and no longer counts.</source>
        <translation>Rumah tangga ini dan semua orang di dalamnya disembunyikan dan tidak lagi dihitung.</translation>
    </message>
    <message>
        <source>Household of {name}: here after all?</source>
        <translation>Rumah tangga {name}: ternyata masih di sini?</translation>
    </message>
    <message>
        <source>With it come back: {names}.</source>
        <translation>Ikut kembali: {names}.</translation>
    </message>
    <message>
        <source>{name}: entered in error?</source>
        <translation>{name}: keliru dicatat?</translation>
    </message>
    <message>
        <source>The person and everything recorded about them is hidden and no longer counts.</source>
        <translation>Orang ini dan semua catatannya disembunyikan dan tidak lagi dihitung.</translation>
    </message>
    <message>
        <source>{name}: not pregnant after all?</source>
        <translation>{name}: ternyata tidak hamil?</translation>
    </message>
    <message>
        <source>This pregnancy and its checklists are hidden and no longer count.</source>
        <translation>Kehamilan ini dan formulirnya disembunyikan dan tidak lagi dihitung.</translation>
    </message>
    <message>
        <source>{name}: here after all?</source>
        <translation>{name}: ternyata masih di sini?</translation>
    </message>
    <message>
        <source>The date is taken away, and visits go on.</source>
        <translation>Tanggalnya dihapus, dan kunjungan berjalan lagi.</translation>
    </message>
    <message>
        <source>It stays in the history and can be taken back here.</source>
        <translation>Semuanya tetap ada di riwayat dan dapat dikembalikan di sini.</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Keliru dicatat</translation>
    </message>
    <message>
        <source>Here after all</source>
        <translation>Ternyata masih di sini</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
</context>
<context>
    <name>WrongClock</name>
    <message>
        <source>Every date that is entered or sent now would be wrong as well.</source>
        <translation>Tanggal pada isian dan kiriman sekarang akan ikut meleset.</translation>
    </message>
    <message>
        <source>Click the clock in the corner of the screen, set date and time, and come back here.</source>
        <translation>Klik jam di pojok layar, betulkan tanggal dan jamnya, lalu kembali ke sini.</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock is wrong</source>
        <translation>Betulkan jam laptop dulu</translation>
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
<context>
    <name>_Delegate</name>
    <message>
        <source>{years} y {months} m</source>
        <translation>{years} th {months} bln</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>History in {village}</source>
        <translation>Riwayat di {village}</translation>
    </message>
    <message>
        <source>Moved away from here</source>
        <translation>Pindah dari sini</translation>
    </message>
    <message>
        <source>Moved away from {village}</source>
        <translation>Pindah dari {village}</translation>
    </message>
</context>
</TS>
