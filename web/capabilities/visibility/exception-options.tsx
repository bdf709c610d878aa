import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellFailure } from '../../shell/notices.ts';
import { chooseOption, type OpenException } from './queries.ts';

export type Option = NonNullable<OpenException['options']>[number];

export const optionKey = ({ option, of }: Option): string => `${option}/${of ?? ''}`;
export const isChosen = ({ chosen, chosenOf }: OpenException, { option, of }: Option): boolean =>
  chosen === option && chosenOf === (of ?? null);

/** The decision is an event; the feed then tells what it has moved. */
export function useChoose(exception: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ option, of }: Option) => chooseOption(exception, { option, of }),
    onSuccess: () => Promise.all([['exceptions'], ['today']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onError: (error) => tellFailure(error),
  });
}

/** An option by name, and what it brings and costs. */
export function useOptionWords(): (option: Option) => { name: string; facts: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  return (option) => {
    const facts = [
      option.arrivesAt && t('exception.arrives', { when: format.instant(option.arrivesAt) }),
      option.stopAt ? t('exception.stillStops', { when: format.instant(option.stopAt) }) : t('exception.noStop'),
      option.costEuro !== undefined && t('exception.cost', { euro: format.quantity(Math.round(option.costEuro)) }),
      option.co2Kg !== undefined && t('exception.co2', { kg: format.quantity(Math.round(option.co2Kg)) }),
    ];
    const kind = t(`exceptionOption.${option.option}`);
    const of = option.of && ofWhom(option.of, names);
    return { name: of ? `${kind}: ${of}` : kind, facts: facts.filter(Boolean).join(' · ') };
  };
}

/** A site that gives, a part or a supplier that replaces. */
function ofWhom(id: string, names: ReturnType<typeof useNames>): string {
  if (names.sites.has(id)) return names.site(id);
  return names.parts.has(id) ? names.part(id) : names.organisation(id);
}
