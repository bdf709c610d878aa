import type { AgreementTerm } from '@intakt/contract';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconLock, IconPlus, IconTrafficLights } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import classes from './partners.module.css';
import { ProposeForm } from './propose-form.tsx';
import { type Agreement, acceptAgreement, agreementsQuery, type Partner, revokeAgreement, useMe } from './queries.ts';

/** The account with one partner: what we give on the left, what we get on the right, and the agreements behind it. */
export function PartnerAccount({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const { organisation } = partner;
  const agreements = useQuery(agreementsQuery).data ?? [];
  const [proposing, setProposing] = useState(false);
  const between = agreements.filter(
    ({ proposer, counterparty }) => proposer === organisation.id || counterparty === organisation.id,
  );
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2}>{organisation.name}</Title>
          <Text c="dimmed">
            {[
              organisation.country,
              organisation.identifiers?.bpn,
              organisation.identifiers?.duns && `DUNS ${organisation.identifiers.duns}`,
              t('partners.sites', { count: partner.sites }),
              t('partners.lanes', { count: partner.lanes }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setProposing(true)}>
          {t('agreement.propose')}
        </Button>
      </Group>
      <div className={classes.account}>
        <Terms title={t('partners.give')} terms={partner.give} />
        <Terms title={t('partners.get')} terms={partner.get} />
      </div>
      <Agreements agreements={between} />
      <ProposeForm partner={organisation} opened={proposing} onClose={() => setProposing(false)} />
    </Stack>
  );
}

function Terms({ title, terms }: { title: string; terms: AgreementTerm[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={title} className={classes.side}>
      <Text fw={600} component="h3" className={classes.sideHead}>
        {title}
      </Text>
      {terms.length === 0 && (
        <Group gap={8} c="dimmed" p="sm">
          <IconLock size={15} aria-hidden />
          <Text>{t('partners.nothing')}</Text>
        </Group>
      )}
      {terms.map((term) => (
        <TermLine key={JSON.stringify(term)} term={term} />
      ))}
    </section>
  );
}

function TermLine({ term }: { term: AgreementTerm }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const Icon = term.depth === 'exact' ? IconEye : IconTrafficLights;
  const sites = term.sites?.length ? term.sites.map(names.site).join(', ') : t('agreement.allSites');
  const parts = term.parts?.length ? t('agreement.someParts', { count: term.parts.length }) : t('agreement.allParts');
  return (
    <div className={classes.term} title={term.parts?.map(names.part).join(', ')}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <div>
        <Text fw={560}>
          {t(`sharedKind.${term.kind}`)}{' '}
          <Badge color={term.depth === 'exact' ? 'petrol' : 'gray'}>{t(`depth.${term.depth}`)}</Badge>
        </Text>
        <Text size="xs" c="dimmed">
          {sites} · {parts}
        </Text>
      </div>
    </div>
  );
}

function Agreements({ agreements }: { agreements: Agreement[] }): ReactNode {
  const { t } = useTranslation();
  if (agreements.length === 0) return null;
  const sorted = [...agreements].sort((a, b) => b.proposedAt.localeCompare(a.proposedAt));
  return (
    <section aria-label={t('agreement.title')}>
      <Text fw={600} component="h3" m={0} mb={6}>
        {t('agreement.title')}
      </Text>
      <div className={classes.agreements}>
        {sorted.map((agreement) => (
          <AgreementLine key={agreement.id} agreement={agreement} />
        ))}
      </div>
    </section>
  );
}

const STATE_COLOURS = { proposed: 'yellow', accepted: 'green', revoked: 'gray' } as const;

function AgreementLine({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <div className={classes.agreement}>
      <div>
        <Group gap={8}>
          <Text fw={600}>{agreement.title}</Text>
          <Badge color={STATE_COLOURS[agreement.state]}>{t(`agreementState.${agreement.state}`)}</Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {t('agreement.proposedBy', {
            name: names.organisation(agreement.proposer),
            day: format.day(agreement.proposedAt.slice(0, 10)),
          })}{' '}
          · {t('agreement.covers', { day: format.day(agreement.coversFrom) })}
          {agreement.reason && ` · ${agreement.reason}`}
        </Text>
        <Text size="xs">
          {agreement.terms
            .map(
              (term) =>
                `${names.organisation(term.giver)}: ${t(`sharedKind.${term.kind}`)} (${t(`depth.${term.depth}`)})`,
            )
            .join(' · ')}
        </Text>
      </div>
      <AgreementActions agreement={agreement} />
    </div>
  );
}

/** Ending means something else before and after both have agreed. */
function wayOut({ state, counterparty }: Agreement, own: string | undefined): 'revoke' | 'decline' | 'withdraw' {
  if (state !== 'proposed') return 'revoke';
  return counterparty === own ? 'decline' : 'withdraw';
}

function AgreementActions({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const after = {
    onSuccess: async () => {
      await client.invalidateQueries();
      tellDone(t('agreement.done'));
    },
    onError: (error: unknown) => tellFailure(error),
  };
  const accept = useMutation({ mutationFn: () => acceptAgreement(agreement.id), ...after });
  const revoke = useMutation({ mutationFn: () => revokeAgreement(agreement.id), ...after });
  if (agreement.state === 'revoked') return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {agreement.state === 'proposed' && agreement.counterparty === own && (
        <Button loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('agreement.accept')}
        </Button>
      )}
      <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
        {t(`agreement.${wayOut(agreement, own)}`)}
      </Button>
    </Group>
  );
}
