import type { EventType } from '@intakt/contract';
import type { useTranslation } from 'react-i18next';
import { TOUCHED } from '../live/touched.ts';

type Translate = ReturnType<typeof useTranslation>['t'];
const isKnown = (type: string): type is EventType => type in TOUCHED;

/** An event in the reader's words; a type that this version does not know keeps its own name. */
export const eventName = (type: string, t: Translate): string => (isKnown(type) ? t(`event.${type}`) : type);
export const KNOWN_EVENTS = Object.keys(TOUCHED) as EventType[];
