// The words of the open data: each set, why it is there, whose it is.
import type { Words } from '../../kit/words.ts';

export const SETS_WORDS: Words = {
  'public.data-why': {
    en: 'Everything this window shows, to take away. Each address is stable, and stands in the map of the site.',
    uk: 'Усе, що показує це вікно, можна взяти собі. Кожна адреса стала й зазначена в карті сайту.',
    sq: 'Gjithçka që tregon kjo dritare, për ta marrë. Çdo adresë është e qëndrueshme dhe ndodhet në hartën e sajtit.',
  },
  'public.sets': { en: 'What there is', uk: 'Що є', sq: 'Çfarë ka' },
  'public.set': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'public.standard': { en: 'Standard', uk: 'Стандарт', sq: 'Standardi' },
  'public.entries': { en: 'Entries', uk: 'Записів', sq: 'Zëra' },
  'public.take': { en: 'Take', uk: 'Взяти', sq: 'Merrni' },
  'public.rights': { en: 'Whose it is', uk: 'Чиє це', sq: 'E kujt është' },
  'public.licence': {
    en:
      'The licence named is that under which this side gives out what it says and computes. Text and reports have ' +
      'none of ours.',
    uk:
      'Названа ліцензія стосується того, що ця Сторона каже й обчислює. Текст і повідомлення нашої ліцензії не ' +
      'мають.',
    sq: 'Licenca e përmendur vlen për atë që kjo palë thotë dhe llogarit. Teksti dhe raportimet s’kanë licencë tonën.',
  },
  'public.no-licence': {
    en: 'The operator of this window has stated no licence for what its side says and computes.',
    uk: 'Оператор цього вікна не зазначив ліцензії на те, що його Сторона каже й обчислює.',
    sq: 'Operatori i kësaj dritareje nuk ka deklaruar licencë për atë që pala e tij thotë dhe llogarit.',
  },
  'public.machines': { en: 'For programs', uk: 'Для програм', sq: 'Për programet' },
  'public.machines-why': {
    en: 'Every page is JSON at the same address, with ?format=json or by what Accept asks for.',
    uk: 'Кожна сторінка є у форматі JSON за тією самою адресою: з ?format=json або за заголовком Accept.',
    sq: 'Çdo faqe është JSON në të njëjtën adresë, me ?format=json ose sipas asaj që kërkon Accept.',
  },
  'public.rights-text': {
    en: 'the two governments’, as published',
    uk: 'двох урядів, як опубліковано',
    sq: 'e dy qeverive, siç është botuar',
  },
  'public.rights-acts': { en: 'of the body that said it', uk: 'органу, який це сказав', sq: 'e organit që e tha' },
  'public.rights-project': {
    en: 'of the project, under the EUPL-1.2',
    uk: 'проєкту, за ліцензією EUPL-1.2',
    sq: 'e projektit, sipas EUPL-1.2',
  },
  'public.rights-reported': {
    en: 'paraphrased; the sources are named in each row',
    uk: 'переказ; джерела названо в кожному рядку',
    sq: 'e parafrazuar; burimet përmenden në çdo rresht',
  },
  'public.rights-computed': {
    en: 'computed from public acts by this node',
    uk: 'обчислено цим вузлом із публічних актів',
    sq: 'e llogaritur nga aktet publike prej kësaj nyjeje',
  },
  'public.rights-offered': {
    en: 'of the organisation that sent it',
    uk: 'організації, яка це надіслала',
    sq: 'e organizatës që e dërgoi',
  },

  'public.set-text': { en: 'Text of the Agreement', uk: 'Текст Угоди', sq: 'Teksti i Marrëveshjes' },
  'public.set-why-text': {
    en: 'As it stands today; another day by ?at=.',
    uk: 'Чинний на сьогодні; на інший день – через ?at=.',
    sq: 'Siç është sot; për një ditë tjetër me ?at=.',
  },
  'public.set-statements': {
    en: 'Statements read in it',
    uk: 'Прочитані в ньому твердження',
    sq: 'Pohimet e lexuara në të',
  },
  'public.set-why-statements': {
    en: 'One a verb phrase, with its words, its strength, who says it and what would count as done.',
    uk: 'Одне на кожну дієслівну конструкцію: слова, сила, хто каже й що вважалося б виконаним.',
    sq: 'Një për çdo frazë foljore: fjalët, forca, kush e thotë dhe çfarë do të quhej e kryer.',
  },
  'public.set-acts': { en: 'Public acts', uk: 'Публічні акти', sq: 'Aktet publike' },
  'public.set-why-acts': {
    en: 'With the address of the signed text and of the proof of each.',
    uk: 'З адресами підписаного тексту та доказу кожного.',
    sq: 'Me adresën e tekstit të nënshkruar dhe të provës së secilit.',
  },
  'public.set-policies': {
    en: 'Policies of both logs',
    uk: 'Політики обох журналів',
    sq: 'Politikat e të dy ditarëve',
  },
  'public.set-why-policies': {
    en: 'Whose signatures make a proof good: what proofs are checked against.',
    uk: 'Чиї підписи роблять доказ дійсним: те, за чим перевіряють докази.',
    sq: 'Nënshkrimet e kujt e bëjnë të vlefshme një provë: me to kontrollohen provat.',
  },
  'public.set-dates': { en: 'Dates of its life', uk: 'Дати життя Угоди', sq: 'Datat e jetës së saj' },
  'public.set-why-dates': {
    en: 'Those reached and those the rules compute; what waits has no date.',
    uk: 'Ті, що настали, й ті, що обчислюють правила; те, що чекає, дати не має.',
    sq: 'Ato që kanë ardhur dhe ato që llogarisin rregullat; ajo që pret nuk ka datë.',
  },
  'public.set-promises': { en: 'Assessments of the sides', uk: 'Оцінки Сторін', sq: 'Vlerësimet e palëve' },
  'public.set-why-promises': {
    en: 'Of both sides, statement by statement, side by side.',
    uk: 'Обох Сторін, за твердженнями, поруч.',
    sq: 'Të të dyja palëve, pohim për pohim, krah për krah.',
  },
  'public.set-independent': { en: 'Independent assessments', uk: 'Незалежні оцінки', sq: 'Vlerësimet e pavarura' },
  'public.set-why-independent': {
    en: 'Of organisations of neither side, as both sides have moderated them, with the reasons.',
    uk: 'Організацій, що не належать до Сторін, як їх розглянули обидві, з підставами.',
    sq: 'Të organizatave që s’u përkasin palëve, siç i shqyrtuan të dyja, me arsyet.',
  },
  'public.set-reported': { en: 'What is reported', uk: 'Що повідомляють', sq: 'Çfarë raportohet' },
  'public.set-why-reported': {
    en: 'Each with its source and how sure it is.',
    uk: 'Кожне з джерелом і ступенем певності.',
    sq: 'Secila me burimin dhe sa e sigurt është.',
  },
  'public.set-figures': { en: 'Figures', uk: 'Показники', sq: 'Shifrat' },
  'public.set-why-figures': {
    en: 'Public acts of each side by month.',
    uk: 'Публічні акти кожної Сторони за місяцями.',
    sq: 'Aktet publike të secilës palë sipas muajve.',
  },
  'public.set-report': { en: 'Yearly report', uk: 'Річний звіт', sq: 'Raporti vjetor' },
  'public.set-why-report': {
    en: 'Made from public acts alone, each sentence with those it rests on.',
    uk: 'Складено лише з публічних актів; при кожному реченні – ті, на яких воно ґрунтується.',
    sq: 'I bërë vetëm nga akte publike, çdo fjali me ato ku mbështetet.',
  },
};
