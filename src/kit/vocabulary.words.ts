// The vocabulary in which an agreement's statements are described: modalities, areas, ways, bases of parameters.
import type { Words } from './words.ts';

export const VOCABULARY_WORDS: Words = {
  // Labels of the strength of a verb, not translations of the text.
  'modality.shall': { en: 'shall', uk: 'зобов’язані', sq: 'detyrohen të' },
  'modality.will': { en: 'will', uk: 'здійснюватимуть', sq: 'do të kryejnë' },
  'modality.will-soft': { en: 'soft will', uk: 'прагнутимуть', sq: 'do të synojnë të' },
  'modality.may': { en: 'may', uk: 'можуть', sq: 'mund të' },
  'modality.would-conditional': { en: 'would', uk: 'за певних обставин', sq: 'në rrethana të caktuara' },
  'modality.policy': { en: 'policy', uk: 'проголошена політика', sq: 'politikë e shpallur' },
  'modality.statement': { en: 'statement', uk: 'твердження', sq: 'pohim' },
  'modality.historic': { en: 'past fact', uk: 'факт минулого', sq: 'fakt i së kaluarës' },

  'area.text': { en: 'the text itself', uk: 'сам текст', sq: 'vetë teksti' },
  'area.defence': { en: 'defence', uk: 'оборона', sq: 'mbrojtja' },
  'area.industry': { en: 'defence industry', uk: 'оборонна промисловість', sq: 'industria e mbrojtjes' },
  'area.intelligence': { en: 'intelligence', uk: 'розвідка', sq: 'inteligjenca' },
  'area.cbrn': { en: 'CBRN safety', uk: 'ХБРЯ-безпека', sq: 'siguria CBRN' },
  'area.maritime': { en: 'maritime security', uk: 'морська безпека', sq: 'siguria detare' },
  'area.cyber': { en: 'cyber security', uk: 'кібербезпека', sq: 'siguria kibernetike' },
  'area.fimi': { en: 'information manipulation', uk: 'інформаційні маніпуляції', sq: 'manipulimi i informacionit' },
  'area.crime': { en: 'fight against crime', uk: 'боротьба зі злочинністю', sq: 'lufta kundër krimit' },
  'area.peace': { en: 'just peace', uk: 'справедливий мир', sq: 'paqja e drejtë' },
  'area.accountability': { en: 'accountability', uk: 'відповідальність', sq: 'llogaridhënia' },
  'area.compensation': { en: 'compensation', uk: 'компенсація', sq: 'kompensimi' },
  'area.sanctions': { en: 'sanctions', uk: 'санкції', sq: 'sanksionet' },
  'area.reform': { en: 'reform, EU, NATO', uk: 'реформи, ЄС, НАТО', sq: 'reformat, BE, NATO' },
  'area.diplomacy': { en: 'diplomacy', uk: 'дипломатія', sq: 'diplomacia' },
  'area.humanitarian': { en: 'humanitarian assistance', uk: 'гуманітарна допомога', sq: 'ndihma humanitare' },
  'area.demining': { en: 'demining', uk: 'розмінування', sq: 'çminimi' },
  'area.recovery': { en: 'recovery', uk: 'відновлення', sq: 'rimëkëmbja' },
  'area.infrastructure': { en: 'critical infrastructure', uk: 'критична інфраструктура', sq: 'infrastruktura kritike' },
  'area.culture': { en: 'culture', uk: 'культура', sq: 'kultura' },
  'area.veterans': { en: 'veterans', uk: 'ветерани', sq: 'veteranët' },
  'area.consultation': { en: 'consultation', uk: 'консультації', sq: 'konsultimet' },
  'area.final': { en: 'final provisions', uk: 'прикінцеві положення', sq: 'dispozitat përfundimtare' },

  'way.text': { en: '–', uk: '–', sq: '–' },
  'way.practice': { en: 'practice', uk: 'практика', sq: 'praktikë' },
  'way.project': { en: 'project', uk: 'проєкт', sq: 'projekt' },
  'way.exchange': { en: 'exchange', uk: 'обмін', sq: 'shkëmbim' },
  'way.support': { en: 'support', uk: 'підтримка', sq: 'mbështetje' },
  'way.training': { en: 'training', uk: 'навчання', sq: 'trajnim' },
  'way.consultation': { en: 'consultation', uk: 'консультації', sq: 'konsultime' },
  'way.meeting': { en: 'meeting', uk: 'зустріч', sq: 'takim' },
  'way.final': { en: 'note verbale', uk: 'вербальна нота', sq: 'notë verbale' },

  'basis.stated': { en: 'stated', uk: 'сказано в тексті', sq: 'thënë në tekst' },
  'basis.inferred': { en: 'inferred', uk: 'виведено', sq: 'i nxjerrë' },
  'basis.absent': { en: 'absent', uk: 'відсутнє', sq: 'mungon' },

  // A language as a text is said to be written in it.
  'language.en': { en: 'English', uk: 'англійською', sq: 'anglisht' },
  'language.uk': { en: 'Ukrainian', uk: 'українською', sq: 'ukrainisht' },
  'language.sq': { en: 'Albanian', uk: 'албанською', sq: 'shqip' },

  'confidence.A': {
    en: 'A: an official or two sources',
    uk: 'A: офіційне джерело або два джерела',
    sq: 'A: një burim zyrtar ose dy burime',
  },
  'confidence.B': { en: 'B: one source', uk: 'B: одне джерело', sq: 'B: një burim' },
  'confidence.C': { en: 'C: second-hand', uk: 'C: з других рук', sq: 'C: nga dora e dytë' },
};
