// How a note travels from office to office.
import Type from 'typebox';

export const CHANNELS = ['node', 'embassy', 'hand', 'courier'] as const;
export const Channel = Type.Enum(CHANNELS);
