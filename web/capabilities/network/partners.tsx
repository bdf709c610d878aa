import { Button, Group, ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import exchange from '../exchange/exchange.module.css';
import { PartnerAccount } from './partner-account.tsx';
import classes from './partners.module.css';
import { agreementsQuery, type Partner, partnersQuery } from './queries.ts';

/** Who we work with, and what each side lets the other see. */
export function Partners(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(partnersQuery);
  const search = useSearch({ from: '/inside/partners' });
  const navigate = useNavigate({ from: '/partners' });
  const agreements = useQuery({ ...agreementsQuery, enabled: search.agreement !== undefined }).data;
  const meant = agreements?.find(({ id }) => id === search.agreement);
  const chosen = query.data?.find(({ organisation: { id } }) =>
    meant ? id === meant.proposer || id === meant.counterparty : id === search.partner,
  );
  return (
    <Page fill title={t('screen.partners')} note={query.data && t('partners.note', { count: query.data.length })}>
      <Answered query={query}>
        {(partners) =>
          partners.length === 0 ? (
            <Empty title={t('partners.empty')} text={t('partners.emptyText')} />
          ) : (
            <div className={exchange.split} data-open={chosen ? true : undefined}>
              <PartnerList partners={partners} selected={chosen?.organisation.id} />
              <div className={exchange.detail}>
                {chosen && (
                  <Button
                    className={exchange.back}
                    variant="default"
                    leftSection={<IconArrowLeft size={14} aria-hidden />}
                    onClick={() => void navigate({ search: {} })}
                  >
                    {t('screen.partners')}
                  </Button>
                )}
                {chosen ? (
                  <PartnerAccount key={chosen.organisation.id} partner={chosen} />
                ) : (
                  <Empty title={t('partners.choose')} text={t('partners.chooseText')} />
                )}
              </div>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function PartnerList({ partners, selected }: { partners: Partner[]; selected?: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/partners' });
  const [text, setText] = useState('');
  const found = partners.filter(({ organisation }) => organisation.name.toLowerCase().includes(text.toLowerCase()));
  return (
    <section className={exchange.list} aria-label={t('screen.partners')}>
      <TextInput
        m={8}
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder={t('partners.search')}
        aria-label={t('partners.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ScrollArea className={exchange.scroll} viewportProps={{ tabIndex: 0 }}>
        {found.map((partner) => (
          <UnstyledButton
            key={partner.organisation.id}
            className={exchange.entry}
            aria-current={partner.organisation.id === selected || undefined}
            onClick={() => void navigate({ search: { partner: partner.organisation.id } })}
          >
            <Text fw={600} truncate>
              {partner.organisation.name}
            </Text>
            <Balance partner={partner} />
            <Text size="xs" c="dimmed" truncate>
              {[partner.organisation.country, t('partners.lanes', { count: partner.lanes })]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="xs" c="var(--amber)" fw={560}>
              {partner.proposals > 0 && t('partners.proposals', { count: partner.proposals })}
            </Text>
          </UnstyledButton>
        ))}
      </ScrollArea>
    </section>
  );
}

/** How much flows each way, at a glance. */
function Balance({ partner: { give, get } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={8} className={`numeric ${classes.balance}`}>
      <span title={t('partners.give')}>
        <span aria-hidden="true">↑</span> <span className={classes.hidden}>{t('partners.give')}</span>
        {give.length}
      </span>
      <span title={t('partners.get')}>
        <span aria-hidden="true">↓</span> <span className={classes.hidden}>{t('partners.get')}</span>
        {get.length}
      </span>
    </Group>
  );
}
