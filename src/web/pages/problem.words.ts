// Words of the page that says what went wrong.
import type { Words } from '../../kit/words.ts';

export const PROBLEM_WORDS: Words = {
  'problem.title-401': { en: 'Not signed in', uk: 'Ви не увійшли', sq: 'Nuk keni hyrë' },
  'problem.title-403': { en: 'Not allowed', uk: 'Не дозволено', sq: 'Nuk lejohet' },
  'problem.title-404': { en: 'Nothing is there', uk: 'Там нічого немає', sq: 'Atje nuk ka asgjë' },
  'problem.title-405': { en: 'Not done this way', uk: 'Так цього не роблять', sq: 'Nuk bëhet kështu' },
  'problem.title-406': { en: 'Not in this form', uk: 'Не в такій формі', sq: 'Jo në këtë formë' },
  'problem.title-409': {
    en: 'Not possible as things stand',
    uk: 'За нинішнього стану неможливо',
    sq: 'E pamundur në gjendjen e tanishme',
  },
  'problem.title-413': { en: 'Too large', uk: 'Завелике', sq: 'Tepër e madhe' },
  'problem.title-414': { en: 'Address too long', uk: 'Задовга адреса', sq: 'Adresë tepër e gjatë' },
  'problem.title-415': { en: 'Not such a form', uk: 'Не така форма', sq: 'Jo një formular i tillë' },
  'problem.title-421': { en: 'Not this window', uk: 'Не це вікно', sq: 'Nuk është kjo dritare' },
  'problem.title-422': { en: 'Not accepted', uk: 'Не прийнято', sq: 'Nuk u pranua' },
  'problem.title-429': { en: 'Too many tries', uk: 'Забагато спроб', sq: 'Tepër shumë prova' },
  'problem.title-500': { en: 'Something failed here', uk: 'Тут стався збій', sq: 'Diçka dështoi këtu' },
  'problem.title-503': { en: 'Not available now', uk: 'Зараз недоступно', sq: 'Tani nuk është në dispozicion' },
  'problem.mend-405': {
    en: 'This address is asked in another way. Go back and use its page.',
    uk: 'До цієї адреси звертаються інакше. Поверніться й скористайтеся її сторінкою.',
    sq: 'Kjo adresë pyetet ndryshe. Kthehuni dhe përdorni faqen e saj.',
  },
  'problem.mend-406': {
    en: 'Ask for one of the forms that this page has: they stand at its foot.',
    uk: 'Запитайте одну з форм, які має ця сторінка: їх подано внизу.',
    sq: 'Kërkoni një nga format që ka kjo faqe: ato gjenden në fund të saj.',
  },
  'problem.mend-413': { en: 'Send less at once.', uk: 'Надішліть менше за раз.', sq: 'Dërgoni më pak njëherësh.' },
  'problem.mend-414': { en: 'Ask for less at once.', uk: 'Запитайте менше за раз.', sq: 'Kërkoni më pak njëherësh.' },
  'problem.mend-415': {
    en: 'Send the form as its page sends it.',
    uk: 'Надішліть форму так, як її надсилає сторінка.',
    sq: 'Dërgojeni formularin siç e dërgon faqja.',
  },
  'problem.mend-421': {
    en: 'Use the host name under which this node is set up.',
    uk: 'Використовуйте ім’я хоста, під яким налаштовано цей вузол.',
    sq: 'Përdorni emrin e hostit me të cilin është ngritur kjo nyje.',
  },
  'problem.mend-429': {
    en: 'Wait a minute and try again.',
    uk: 'Зачекайте хвилину й спробуйте ще раз.',
    sq: 'Prisni një minutë dhe provoni sërish.',
  },
  'problem.mend-500': {
    en: 'Nothing was half done. The operator of this node finds the cause in its log.',
    uk: 'Нічого не зроблено наполовину. Оператор вузла знайде причину в його журналі подій.',
    sq: 'Asgjë nuk mbeti përgjysmë. Operatori i nyjës e gjen shkakun në ditarin e ngjarjeve.',
  },
  'problem.mend-503': {
    en: 'Try again in a moment.',
    uk: 'Спробуйте ще раз за хвилину.',
    sq: 'Provoni sërish pas pak.',
  },
  'problem.back': { en: 'Go back to where you were', uk: 'Повернутися туди, де ви були', sq: 'Kthehu aty ku ishe' },
  'problem.to-agreement': { en: 'Go to the Agreement', uk: 'Перейти до Угоди', sq: 'Shko te Marrëveshja' },
  'problem.to-sign-in': { en: 'Sign in', uk: 'Увійти', sq: 'Hyr' },
  'problem.detail': {
    en: 'What was attempted',
    uk: 'Що намагалися зробити (англійською)',
    sq: 'Çfarë u provua (në anglisht)',
  },
  'problem.code': { en: 'Code', uk: 'Код', sq: 'Kodi' },
};
