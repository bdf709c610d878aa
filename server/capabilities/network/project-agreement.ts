import type { AgreementTerm, Id, RecordedEvent } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { unknownOrganisation } from './project-part.ts';
import { disclose } from './project-partner.ts';
import { grantsOf, termProblem } from './rules.ts';

type AgreementState = 'proposed' | 'accepted' | 'revoked';
interface AgreementRow extends Row {
  owner: Id;
  id: Id;
  counterparty: Id;
  terms: AgreementTerm[];
  covers_from: string;
  state: AgreementState;
  audience: Id[];
}
type Step = RecordedEvent<'agreement-accepted' | 'agreement-revoked'>;

/** The proposer introduces itself to the other side; the other side does so by accepting. */
export const agreementProposed: Projection<'agreement-proposed'> = {
  needs: ({ data }) => [
    need('agreement', data.proposer, data.agreement),
    need('organisation', data.proposer),
    need('organisation', data.counterparty),
  ],
  check: ({ data }, rows) => {
    const known = rows.get<AgreementRow>('agreement', data.proposer, data.agreement);
    if (known) return wrongState(known, 'proposing it', 'a new identifier');
    const problem = termProblem(data);
    return problem ? new Refusal('INVALID', problem) : unknownOrganisation(rows, data.proposer, data.counterparty);
  },
  apply: (event, rows) => {
    const { agreement, proposer, counterparty, title, terms, coversFrom } = event.data;
    rows.put('agreement', {
      owner: proposer,
      id: agreement,
      counterparty,
      title,
      terms,
      covers_from: coversFrom,
      state: 'proposed',
      proposed_at: event.recordedAt,
      decided_at: null,
      revoked_at: null,
      revoked_by: null,
      reason: null,
      audience: event.audience,
      sequence: event.sequence,
    });
    disclose(rows, 'organisation', rows.get('organisation', proposer), [counterparty]);
  },
};

export const agreementAccepted: Projection<'agreement-accepted'> = {
  needs: ({ data }) => [need('agreement', data.proposer, data.agreement), need('organisation', data.counterparty)],
  check: (event, rows) => {
    const agreement = agreementOf(event, rows);
    if (!agreement) return unknownAgreement(event);
    if (event.data.by !== agreement.counterparty) return notAParty(event, agreement.counterparty);
    return agreement.state === 'proposed' ? undefined : wrongState(agreement, 'accepting it', 'the state proposed');
  },
  apply: (event, rows) => {
    const agreement = agreementOf(event, rows);
    if (!agreement) return;
    rows.put('agreement', { ...agreement, state: 'accepted', decided_at: event.recordedAt, sequence: event.sequence });
    for (const grant of grantsOf(agreement)) rows.put('agreement_grant', { ...grant, audience: agreement.audience });
    disclose(rows, 'organisation', rows.get('organisation', agreement.counterparty), [agreement.owner]);
  },
};

/** Either side may end it at any time, also before it was accepted: the one withdraws, the other declines. */
export const agreementRevoked: Projection<'agreement-revoked'> = {
  needs: ({ data }) => [
    need('agreement', data.proposer, data.agreement),
    need('agreement_grant', data.proposer, data.counterparty, data.agreement),
    need('agreement_grant', data.counterparty, data.proposer, data.agreement),
  ],
  check: (event, rows) => {
    const agreement = agreementOf(event, rows);
    if (!agreement) return unknownAgreement(event);
    if (![agreement.owner, agreement.counterparty].includes(event.data.by)) {
      return notAParty(event, `${agreement.owner} or ${agreement.counterparty}`);
    }
    return agreement.state === 'revoked'
      ? wrongState(agreement, 'revoking it', 'the state proposed or accepted')
      : undefined;
  },
  apply: (event, rows) => {
    const agreement = agreementOf(event, rows);
    if (!agreement) return;
    const { by, reason } = event.data;
    rows.put('agreement', {
      ...agreement,
      state: 'revoked',
      revoked_at: event.recordedAt,
      revoked_by: by,
      reason: reason ?? null,
      sequence: event.sequence,
    });
    for (const grant of grantsGiven(agreement, rows)) rows.remove('agreement_grant', grant);
  },
};

const grantsGiven = ({ owner, counterparty, id }: AgreementRow, rows: RowSet): Row[] => [
  ...rows.list('agreement_grant', owner, counterparty, id),
  ...rows.list('agreement_grant', counterparty, owner, id),
];

function agreementOf({ data }: Step, rows: RowSet): AgreementRow | undefined {
  const agreement = rows.get<AgreementRow>('agreement', data.proposer, data.agreement);
  return agreement?.counterparty === data.counterparty ? agreement : undefined;
}

const unknownAgreement = ({ data }: Step): Refusal =>
  new Refusal('UNKNOWN_REFERENCE', { what: 'agreement', id: data.agreement });
const notAParty = ({ data }: Step, expected: string): Refusal =>
  new Refusal('INVALID', { path: 'by', problem: `must be ${expected}`, value: data.by });
const wrongState = ({ id, state }: AgreementRow, action: string, needed: string): Refusal =>
  new Refusal('WRONG_STATE', { what: 'agreement', id, state, action, needed });
