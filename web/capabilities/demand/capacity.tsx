import { Badge, Button, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { CapacityForm } from './capacity-form.tsx';
import { type CapacityGroup, capacityQuery } from './capacity-queries.ts';
import { CapacityView } from './capacity-view.tsx';
import classes from './schedules.module.css';

const keyOf = ({ owner, group }: Pick<CapacityGroup, 'owner' | 'group'>): string => `${owner}/${group}`;

/** What suppliers can make beside what is asked of it. */
export function Capacity(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(capacityQuery);
  const search = useSearch({ from: '/inside/capacity' });
  const navigate = useNavigate({ from: '/capacity' });
  const [edited, setEdited] = useState<CapacityGroup | 'new'>();
  const own = useMe()?.organisation.id;
  const chosen = query.data?.find((group) => keyOf(group) === search.group) ?? query.data?.[0];
  const add = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {t('capacity.add')}
    </Button>
  );
  return (
    <Page
      fill
      title={t('screen.capacity')}
      note={query.data && t('capacity.note', { count: query.data.length })}
      actions={add}
    >
      <Answered query={query}>
        {(groups) =>
          groups.length === 0 ? (
            <Empty title={t('capacity.empty')} text={t('capacity.emptyText')} />
          ) : (
            <div className={classes.split}>
              <section className={classes.list} aria-label={t('capacity.list')}>
                <ScrollArea className={classes.listScroll} viewportProps={{ tabIndex: 0 }}>
                  {groups.map((group) => (
                    <GroupEntry
                      key={keyOf(group)}
                      group={group}
                      selected={chosen !== undefined && keyOf(chosen) === keyOf(group)}
                      onOpen={() => void navigate({ search: { group: keyOf(group) }, replace: true })}
                    />
                  ))}
                </ScrollArea>
              </section>
              {chosen && (
                <CapacityView
                  key={keyOf(chosen)}
                  group={chosen}
                  others={groups.filter(({ owner, group }) => owner === chosen.owner && group !== chosen.group)}
                  onEdit={chosen.owner === own ? () => setEdited(chosen) : undefined}
                />
              )}
            </div>
          )
        }
      </Answered>
      {edited && <CapacityForm group={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function GroupEntry({
  group,
  selected,
  onOpen,
}: {
  group: CapacityGroup;
  selected: boolean;
  onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const bottlenecks = group.weeks.filter(({ state }) => state === 'bottleneck').length;
  const partner = group.owner === own ? group.customer : group.owner;
  return (
    <UnstyledButton className={classes.entry} aria-current={selected || undefined} onClick={onOpen}>
      <span className={classes.entryHead}>
        <span>{group.name}</span>
        {bottlenecks > 0 && <Badge color="red">{t('capacity.bottlenecks', { count: bottlenecks })}</Badge>}
      </span>
      <Text span className={classes.entryText}>
        {partner ? names.organisation(partner) : t('capacity.private')} ·{' '}
        {t('capacity.parts', { count: group.parts.length })}
      </Text>
    </UnstyledButton>
  );
}
