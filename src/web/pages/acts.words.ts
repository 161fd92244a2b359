// Words of the list of acts.
import type { Words } from '../../kit/words.ts';

export const ACTS_WORDS: Words = {
  'acts.title': { en: 'Acts', uk: 'Акти', sq: 'Aktet' },
  'acts.particulars': {
    en: 'Everything both sides have said, as this node recorded it, newest first.',
    uk: 'Усе, що сказали обидві сторони, як це записав цей вузол, новіше спершу.',
    sq: 'Gjithçka që kanë thënë të dyja palët, siç e regjistroi kjo nyje, më e reja në fillim.',
  },
  'acts.filter': { en: 'Narrow the list', uk: 'Звузити перелік', sq: 'Ngushto listën' },
  'acts.show': { en: 'Show', uk: 'Показати', sq: 'Shfaq' },
  'acts.side': { en: 'Side', uk: 'Сторона', sq: 'Pala' },
  'acts.either-side': { en: 'either side', uk: 'будь-яка сторона', sq: 'cilado palë' },
  'acts.kind': { en: 'Kind', uk: 'Вид', sq: 'Lloji' },
  'acts.every-kind': { en: 'every kind', uk: 'будь-який вид', sq: 'çdo lloj' },
  'acts.provision': { en: 'Provision', uk: 'Положення', sq: 'Dispozita' },
  'acts.every-provision': { en: 'every provision', uk: 'будь-яке положення', sq: 'çdo dispozitë' },
  'acts.all': { en: 'all acts', uk: 'усі акти', sq: 'të gjitha aktet' },
  'acts.none': { en: 'There is no such act.', uk: 'Таких актів немає.', sq: 'Nuk ka akte të tilla.' },
  'acts.stretches': { en: 'Pages of the list', uk: 'Сторінки переліку', sq: 'Faqet e listës' },
  'acts.next': { en: 'Earlier acts', uk: 'Попередні акти', sq: 'Akte më të hershme' },
  'acts.previous': { en: 'Later acts', uk: 'Пізніші акти', sq: 'Akte më të vona' },
  'acts.newest': { en: 'Newest acts', uk: 'Найновіші акти', sq: 'Aktet më të reja' },
  'acts.narrow': {
    en: 'All acts, by side, kind and provision, as a table or a feed',
    uk: 'Усі акти – за стороною, видом і положенням, таблицею чи стрічкою',
    sq: 'Të gjitha aktet – sipas palës, llojit dhe dispozitës, si tabelë ose si burim lajmesh',
  },
};
