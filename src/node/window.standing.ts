// How the record stands at this moment: what every page of a day says of it, without the record itself.
import type { Concordance, InspectionView, LineView } from './window.ts';

export interface Standing {
  readonly concordance: Concordance;
  readonly line: LineView;
  readonly inspection: InspectionView;
}
