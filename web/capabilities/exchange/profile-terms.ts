import type { ProfileTerms } from './interface-queries.ts';

type Horizons = NonNullable<ProfileTerms['horizons']>;
/** What a partner means by a commitment or forecast qualifier. */
export interface AgreedHorizon {
  code: string;
  horizon: Horizons[string];
}

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
  callOffs: NonNullable<ProfileTerms['callOffs']>;
  versions: NonNullable<ProfileTerms['versions']>;
  horizons: AgreedHorizon[];
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
  callOffs: terms.callOffs ?? 'own',
  versions: terms.versions ?? {},
  horizons: Object.entries(terms.horizons ?? {}).map(([code, horizon]) => ({ code, horizon })),
});

/** What is empty is left out, so that the default serves. */
export function toTerms(values: ProfileValues): ProfileTerms {
  const { format, channel, sends, acknowledges, test, url, timeZone, callOffs, versions } = values;
  const { element, component, terminator, release } = values;
  const agreed = values.horizons.flatMap(({ code, horizon }) => (code.trim() ? [[code.trim(), horizon] as const] : []));
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
    ...(callOffs === 'own' ? {} : { callOffs }),
    ...(Object.values(versions).some(Boolean) ? { versions: said(versions) } : {}),
    ...(agreed.length > 0 ? { horizons: Object.fromEntries(agreed) } : {}),
  };
}

const said = (versions: ProfileValues['versions']): ProfileValues['versions'] =>
  Object.fromEntries(Object.entries(versions).filter(([, version]) => version));

const address = (code: string, qualifier: string) =>
  code.trim() ? { code: code.trim(), ...(qualifier.trim() ? { qualifier: qualifier.trim() } : {}) } : undefined;
