// Words of what is sealed and opened in the browser.
import type { Words } from '../../kit/words.ts';

export const SEALING_WORDS: Words = {
  'sealing.make': {
    en: 'Make a key in this browser',
    uk: 'Створити ключ у цьому браузері',
    sq: 'Krijoni një çelës në këtë shfletues',
  },
  'sealing.make-why': {
    en: 'Its secret half stays in this browser and is saved as a file; keep a copy elsewhere. Neither is sent.',
    uk: 'Таємна половина лишається в браузері й зберігається файлом; майте копію деінде. Їх не надсилають.',
    sq: 'Gjysma e fshehtë mbetet në shfletues dhe ruhet si skedar; mbani një kopje gjetkë. Asnjëra nuk dërgohet.',
  },
  'sealing.passphrase': {
    en: 'Passphrase of the key, twelve letters or more',
    uk: 'Парольна фраза ключа, щонайменше дванадцять літер',
    sq: 'Fjalëkalimi i çelësit, të paktën dymbëdhjetë shkronja',
  },
  'sealing.busy': { en: 'Working …', uk: 'Триває …', sq: 'Po punohet …' },
  'sealing.made': {
    en: 'The key is made, kept here and saved as a file. Its public half stands above.',
    uk: 'Ключ створено, збережено тут і файлом. Його відкрита половина стоїть вище.',
    sq: 'Çelësi u krijua, ruhet këtu dhe si skedar. Gjysma publike është më lart.',
  },
  'sealing.unnamed': { en: 'Choose first for whom.', uk: 'Спершу виберіть, для кого.', sq: 'Zgjidhni së pari për kë.' },
  'sealing.failed': { en: 'It did not succeed:', uk: 'Не вдалося:', sq: 'Nuk u arrit:' },
  'sealing.passphrase-wrong': {
    en: 'The passphrase is not the one.',
    uk: 'Парольна фраза не та.',
    sq: 'Fjalëkalimi nuk është ai.',
  },
  'sealing.refused': { en: 'The node refuses it:', uk: 'Вузол відмовляє:', sq: 'Nyja e refuzon:' },
  'sealing.file': {
    en: 'A file cannot be sealed here, so nothing was sent. Leave it out, or give it apart under a label up to AMBER.',
    uk: 'Файл тут не запечатати, тому нічого не надіслано. Приберіть його або передайте окремо з маркуванням до AMBER.',
    sq: 'Skedari nuk vuloset këtu, ndaj asgjë nuk u dërgua. Hiqeni, ose jepeni më vete me një etiketim deri në AMBER.',
  },
  'sealing.title': { en: 'Sealed words', uk: 'Запечатані слова', sq: 'Fjalë të vulosura' },
  'sealing.why': {
    en: 'They were sealed at a desk to the bodies concerned. No node can read them; your browser opens them here.',
    uk: 'Їх запечатано за столом для відповідних органів. Вузол не може їх прочитати; їх відкриває тут ваш браузер.',
    sq: 'U vulosën te një tryezë për organet përkatëse. Kjo nyje nuk i lexon dot; hapen këtu, në shfletuesin tuaj.',
  },
  'sealing.to': { en: 'Sealed to', uk: 'Запечатано для', sq: 'Vulosur për' },
  'sealing.key-file': {
    en: 'Key file, where this browser does not keep it',
    uk: 'Файл ключа, якщо цей браузер його не зберігає',
    sq: 'Skedari i çelësit, nëse ky shfletues nuk e ruan',
  },
  'sealing.open': { en: 'Open the words', uk: 'Відкрити слова', sq: 'Hapni fjalët' },
  'sealing.open-file': { en: 'Open the file', uk: 'Відкрити файл', sq: 'Hapni skedarin' },
  'sealing.file-done': {
    en: 'The file was opened here and saved by this browser.',
    uk: 'Файл відкрито тут, і цей браузер його зберіг.',
    sq: 'Skedari u hap këtu dhe u ruajt nga ky shfletues.',
  },
  'sealing.no-key': {
    en: 'This browser keeps no key it was sealed to. Choose the key file.',
    uk: 'Цей браузер не зберігає ключа, яким це запечатано. Виберіть файл ключа.',
    sq: 'Ky shfletues nuk ruan çelës për të cilin u vulos. Zgjidhni skedarin e çelësit.',
  },
  'sealing.done': {
    en: 'Opened. The words are in this page alone.',
    uk: 'Відкрито. Слова є лише на цій сторінці.',
    sq: 'U hap. Fjalët janë vetëm në këtë faqe.',
  },
  'sealing.by-command': {
    en: 'Without a script: servanda desk open, at the desk that keeps the key.',
    uk: 'Без скрипту: servanda desk open за столом, де зберігають ключ.',
    sq: 'Pa skript: servanda desk open, te tryeza që ruan çelësin.',
  },
};
