import type { ProfileTerms } from './interface-queries.ts';

/** A profile as a form holds it: every field is there, empty where the default serves. */
export interface ProfileValues {
  format: ProfileTerms['format'];
  channel: ProfileTerms['channel'];
  url: string;
  sends: ProfileTerms['sends'];
  acknowledges: boolean;
  test: boolean;
  ownCode: string;
  ownQualifier: string;
  partnerCode: string;
  partnerQualifier: string;
  timeZone: string;
  element: string;
  component: string;
  terminator: string;
  release: string;
  horizons: ProfileTerms['horizons'];
}

export const toValues = ({ own, partner, delimiters, ...terms }: ProfileTerms): ProfileValues => ({
  format: terms.format,
  channel: terms.channel,
  url: terms.url ?? '',
  sends: terms.sends,
  acknowledges: terms.acknowledges,
  test: terms.test,
  ownCode: own?.code ?? '',
  ownQualifier: own?.qualifier ?? '',
  partnerCode: partner?.code ?? '',
  partnerQualifier: partner?.qualifier ?? '',
  timeZone: terms.timeZone ?? '',
  element: delimiters?.element ?? '',
  component: delimiters?.component ?? '',
  terminator: delimiters?.terminator ?? '',
  release: delimiters?.release ?? '',
  horizons: terms.horizons,
});

/** What is empty is left out, so that the default serves. */
export function toTerms(values: ProfileValues): ProfileTerms {
  const { format, channel, sends, acknowledges, test, url, timeZone, horizons } = values;
  const { element, component, terminator, release } = values;
  const own = address(values.ownCode, values.ownQualifier);
  const partner = address(values.partnerCode, values.partnerQualifier);
  const signs = element && component && terminator ? { element, component, terminator } : undefined;
  return {
    ...{ format, channel, sends, acknowledges, test },
    ...(channel === 'webhook' ? { url: url.trim() } : {}),
    ...(own ? { own } : {}),
    ...(partner ? { partner } : {}),
    ...(timeZone.trim() ? { timeZone: timeZone.trim() } : {}),
    ...(signs ? { delimiters: { ...signs, ...(release ? { release } : {}) } } : {}),
    ...(horizons ? { horizons } : {}),
  };
}

const address = (code: string, qualifier: string) =>
  code.trim() ? { code: code.trim(), ...(qualifier.trim() ? { qualifier: qualifier.trim() } : {}) } : undefined;
