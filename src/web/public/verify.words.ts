// The words of the page that checks a proof.
import type { Words } from '../../kit/words.ts';

export const VERIFY_WORDS: Words = {
  'verify.title': { en: 'Check a proof', uk: 'Перевірити доказ', sq: 'Kontrolloni një provë' },
  'verify.why': {
    en:
      'That an act was said by a body, stands in its side’s log, and is held by the other side. ' +
      'The check runs in your browser: nothing you choose here is sent anywhere.',
    uk:
      'Що акт сказав орган, що він записаний у журналі своєї Сторони та зберігається в іншої. ' +
      'Перевірка відбувається у вашому браузері: обране тут нікуди не надсилається.',
    sq:
      'Që një akt e tha një organ, që ndodhet në ditarin e palës së vet dhe që e mban pala tjetër. ' +
      'Kontrolli bëhet në shfletuesin tuaj: asgjë që zgjidhni këtu nuk dërgohet askund.',
  },
  'verify.choose': { en: 'Check the act', uk: 'Перевірити акт', sq: 'Kontrolloni aktin' },
  'verify.choose-none': { en: 'from files of mine', uk: 'з моїх файлів', sq: 'nga skedarët e mi' },
  'verify.choose-send': { en: 'Choose', uk: 'Обрати', sq: 'Zgjidhni' },
  'verify.here': { en: 'In this browser', uk: 'У цьому браузері', sq: 'Në këtë shfletues' },
  'verify.here-why': {
    en: 'Files you have kept are checked as well without this window, and without a network.',
    uk: 'Збережені файли так само перевіряються без цього вікна й без мережі.',
    sq: 'Skedarët që keni ruajtur kontrollohen njësoj pa këtë dritare dhe pa rrjet.',
  },
  'verify.no-script': {
    en: 'Without a script this page checks nothing. Take the files, and check them by one of the programs named below.',
    uk: 'Без скрипту ця сторінка нічого не перевіряє. Візьміть файли й перевірте їх однією з програм, названих нижче.',
    sq: 'Pa skript kjo faqe nuk kontrollon asgjë. Merrni skedarët dhe kontrollojini me një nga programet më poshtë.',
  },
  'verify.about': {
    en: 'Where you choose no file, that of this act is taken from here:',
    uk: 'Де файл не обрано, береться звідси файл цього акта:',
    sq: 'Ku nuk zgjidhni skedar, merret prej këtu ai i këtij akti:',
  },
  'verify.field-proof': { en: 'Proof', uk: 'Доказ', sq: 'Prova' },
  'verify.help-proof': {
    en: 'A file .tlog-proof; it carries the signed act.',
    uk: 'Файл .tlog-proof; він містить підписаний акт.',
    sq: 'Një skedar .tlog-proof; ai mban aktin e nënshkruar.',
  },
  'verify.field-policy': { en: 'Policy', uk: 'Політика', sq: 'Politika' },
  'verify.help-policy': {
    en: 'Whose signatures you trust. Keep one you took earlier, and use that.',
    uk: 'Чиїм підписам ви довіряєте. Збережіть узяту раніше й користуйтеся нею.',
    sq: 'Nënshkrimeve të kujt u besoni. Ruani një të marrë më parë dhe përdorni atë.',
  },
  'verify.field-keys': { en: 'Keys of who signed', uk: 'Ключі підписанта', sq: 'Çelësat e nënshkruesit' },
  'verify.help-keys': {
    en: 'Written keys of the body, one a line, from the side that speaks by it.',
    uk: 'Записані ключі органу, по одному в рядку, отримані від його Сторони.',
    sq: 'Çelësat e shkruar të organit, një për rresht, nga pala që flet me të.',
  },
  'verify.take': { en: 'take the file', uk: 'узяти файл', sq: 'merrni skedarin' },
  'verify.check': { en: 'Check the proof here', uk: 'Перевірити доказ тут', sq: 'Kontrolloni provën këtu' },
  'verify.trouble': {
    en: 'A file could not be read:',
    uk: 'Не вдалося прочитати файл:',
    sq: 'Një skedar nuk u lexua dot:',
  },
  'verify.result': { en: 'What was found', uk: 'Що знайдено', sq: 'Çfarë u gjet' },
  'verify.verdict-holds': {
    en: 'The proof holds: every step below.',
    uk: 'Доказ дійсний: кожен крок нижче підтверджено.',
    sq: 'Prova qëndron: çdo hap më poshtë.',
  },
  'verify.verdict-fails': {
    en: 'The proof does not hold. The steps below say where.',
    uk: 'Доказ недійсний. Кроки нижче показують, де саме.',
    sq: 'Prova nuk qëndron. Hapat më poshtë thonë ku.',
  },
  'verify.holds': { en: 'holds', uk: 'підтверджено', sq: 'qëndron' },
  'verify.fails': { en: 'does not hold', uk: 'не підтверджено', sq: 'nuk qëndron' },
  'verify.unasked': {
    en: 'not asked, for a step before it fails',
    uk: 'не перевірено, бо не підтверджено попередній крок',
    sq: 'nuk u pyet, sepse një hap para tij nuk qëndron',
  },
  'verify.step-files': {
    en: 'The files are a proof and a policy.',
    uk: 'Файли є доказом і політикою.',
    sq: 'Skedarët janë një provë dhe një politikë.',
  },
  'verify.step-act': {
    en: 'The proof carries an act in its one exact form.',
    uk: 'Доказ містить акт у єдиній точній формі.',
    sq: 'Prova mban një akt në formën e vetme të saktë.',
  },
  'verify.step-signature': {
    en: 'The act is signed by a key that was given.',
    uk: 'Акт підписано наданим ключем.',
    sq: 'Akti është nënshkruar me një çelës të dhënë.',
  },
  'verify.step-included': {
    en: 'The act stands at its place in the log: the hashes lead from it to the signed root.',
    uk: 'Акт стоїть на своєму місці в журналі: геші ведуть від нього до підписаного кореня.',
    sq: 'Akti qëndron në vendin e vet në ditar: hash-et çojnë prej tij te rrënja e nënshkruar.',
  },
  'verify.step-checkpoint': {
    en: 'That root is signed by the log that the policy names.',
    uk: 'Цей корінь підписав журнал, названий у політиці.',
    sq: 'Atë rrënjë e nënshkroi ditari që përmend politika.',
  },
  'verify.step-cosigned': {
    en: 'Others have cosigned it, each at a time of its own: they hold what the log held then.',
    uk: 'Його співпідписали інші, кожен у свій час: вони мають усе, що тоді було в журналі.',
    sq: 'E bashkënënshkruan të tjerë, secili në kohën e vet: ata kanë atë që kishte ditari atëherë.',
  },
  'verify.step-quorum': {
    en: 'Those are whom the policy asks for.',
    uk: 'Це саме ті, кого вимагає політика.',
    sq: 'Këta janë ata që kërkon politika.',
  },
  'verify.says': {
    en:
      'It does not say that the act was lawful, nor that what it tells is true: only that it was said, by whom, ' +
      'and not changed since.',
    uk:
      'Це не означає, що акт правомірний чи що сказане в ньому правда: лише що це сказано, ким, і відтоді не ' +
      'змінено.',
    sq:
      'Kjo nuk thotë se akti ishte i ligjshëm, as se ajo që tregon është e vërtetë: vetëm se u tha, nga kush, dhe ' +
      'nuk u ndryshua.',
  },
  'verify.outside': { en: 'By other programs', uk: 'Іншими програмами', sq: 'Me programe të tjera' },
  'verify.outside-why': {
    en: 'None of them asks this window, or anybody.',
    uk: 'Жодна з них не звертається ні до цього вікна, ні до будь-кого.',
    sq: 'Asnjëri nuk pyet këtë dritare, as ndonjë tjetër.',
  },
  'verify.outside-ours': { en: 'Command', uk: 'Команда', sq: 'Komanda' },
  'verify.outside-others': {
    en: 'The files follow open specifications, and any program that knows them checks them:',
    uk: 'Файли відповідають відкритим специфікаціям, і їх перевірить будь-яка програма, що їх знає:',
    sq: 'Skedarët ndjekin specifikime të hapura dhe i kontrollon çdo program që i njeh ato:',
  },
};
