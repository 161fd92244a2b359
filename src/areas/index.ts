// The roll of areas: what this agreement is worked with, one line an area.
import type { Area } from '../area.ts';
import { consultation } from './consultation/index.ts';
import { crime } from './crime/index.ts';
import { dialogue } from './dialogue/index.ts';
import { final } from './final/index.ts';
import { keeping } from './keeping/index.ts';

export const AREAS: readonly Area[] = [final, keeping, consultation, dialogue, crime];
