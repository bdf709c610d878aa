import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChecks, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Names, useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import gridClasses from '../visibility/week-grid.module.css';
import { type CommitRelation, commitsQuery, sendCommits } from './commit-queries.ts';
import { COMMIT_FILTERS, type CommitFilter, committable, countWeeks, filterRelations } from './commit-rows.ts';
import { CommitSheet } from './commit-sheet.tsx';
import { FrozenChanges } from './frozen-changes.tsx';
import { OpenProposals } from './open-proposals.tsx';

const PHONE = '(max-width: 48em)';

/** Part × week: what is asked for, what it was before, what the supplier commits. Customer and supplier look at the same. */
export function Commits(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(commitsQuery);
  const own = useMe()?.organisation.id;
  const isPhone = useMediaQuery(PHONE) ?? false;
  const search = useSearch({ from: '/inside/commits' });
  const names = useNames();
  const found = useMemo(() => filtered(query.data ?? [], search, names), [query.data, search, names]);
  const proposed = found.filter(({ customer }) => customer === own);
  return (
    <Page
      fill
      title={t('screen.commits')}
      note={query.data && t('commits.note', { count: found.length, total: query.data.length })}
      actions={<CommitAll relations={found.filter(({ supplier }) => supplier === own)} />}
      tools={<Filters relations={query.data ?? []} />}
    >
      <Answered query={query}>
        {(relations) =>
          found.length === 0 ? (
            <Empty
              title={t('commits.empty')}
              text={t(relations.length === 0 ? 'commits.emptyText' : 'grid.emptyFilter')}
            />
          ) : (
            <div className={gridClasses.sheet}>
              <FrozenChanges />
              <OpenProposals relations={proposed} />
              <CommitSheet relations={found} isPhone={isPhone} />
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function filtered(
  relations: CommitRelation[],
  search: Record<string, string | undefined>,
  names: Names,
): CommitRelation[] {
  const wanted = (search.text ?? '').toLowerCase().replaceAll(' ', '');
  const partner = search.partner;
  const all = relations.filter(
    (relation) =>
      (!partner || relation.customer === partner || relation.supplier === partner) &&
      (!search.part || relation.part === search.part) &&
      textOf(relation, names).includes(wanted),
  );
  return filterRelations(all, filterOf(search.show)).toSorted((a, b) =>
    names.part(a.part) < names.part(b.part) ? -1 : 1,
  );
}

const filterOf = (text: string | undefined): CommitFilter => COMMIT_FILTERS.find((one) => one === text) ?? 'all';

const textOf = ({ part, customer, supplier, release }: CommitRelation, names: Names): string =>
  [
    ...[names.part(part), names.partnerNumber(part), names.partText(part)],
    ...[names.organisation(customer), names.organisation(supplier), release],
  ]
    .join('|')
    .toLowerCase()
    .replaceAll(' ', '');

function Filters({ relations }: { relations: CommitRelation[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const search = useSearch({ from: '/inside/commits' });
  const navigate = useNavigate({ from: '/commits' });
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const partners = [...new Set(relations.flatMap(({ customer, supplier }) => [customer, supplier]))];
  const label = (filter: CommitFilter): string =>
    filter === 'all' ? t('today.all') : `${t(`commitFilter.${filter}`)} ${countWeeks(relations, filter)}`;
  return (
    <>
      <TextInput
        w={230}
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder={t('schedules.search')}
        aria-label={t('schedules.search')}
        value={search.text ?? (search.part ? names.part(search.part) : '')}
        onChange={(event) => set({ text: event.currentTarget.value || undefined, part: undefined })}
      />
      <Select
        w={210}
        aria-label={t('commits.partner')}
        placeholder={t('commits.allPartners')}
        data={partners.filter((id) => id !== own).map((value) => ({ value, label: names.organisation(value) }))}
        value={search.partner ?? null}
        onChange={(partner) => set({ partner: partner ?? undefined })}
        clearable
        searchable
      />
      <SegmentedControl
        aria-label={t('commits.show')}
        value={filterOf(search.show)}
        onChange={(show) => set({ show: show === 'all' ? undefined : show })}
        data={COMMIT_FILTERS.map((value) => ({ value, label: label(value) }))}
      />
    </>
  );
}

/** Everything shown that waits for us, as it is asked for; what looks wrong is left for a look of its own. */
function CommitAll({ relations }: { relations: CommitRelation[] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const open = committable(relations);
  const commit = useMutation({
    mutationFn: () => sendCommits(relations.filter((one) => committable([one]) > 0).map((relation) => ({ relation }))),
    onSuccess: async ({ weeks }) => {
      await client.invalidateQueries({ queryKey: ['commits'] });
      tellDone(t('commits.done', { count: weeks }));
    },
    onError: (error) => tellFailure(error),
  });
  if (open === 0) return null;
  return (
    <Button
      leftSection={<IconChecks size={15} aria-hidden />}
      loading={commit.isPending}
      onClick={() => commit.mutate()}
    >
      {t('commits.all', { count: open })}
    </Button>
  );
}
