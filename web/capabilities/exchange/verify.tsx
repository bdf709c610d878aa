import { Button, FileButton, Group, List, Stack, Text, Textarea, ThemeIcon } from '@mantine/core';
import { IconCheck, IconFileUpload, IconMinus, IconShieldCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../shell/states.tsx';
import { Entrance } from '../network/entrance.tsx';
import { type Check, checkProof, type Outcome } from './check-proof.ts';
import classes from './exchange.module.css';

/** Needs no account and asks no server: file and key go in, and every step of the check is shown. */
export function Verify(): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [keys, setKeys] = useState('');
  const [witnesses, setWitnesses] = useState('');
  const check = useMutation({ mutationFn: () => checkProof(text, linesOf(keys), linesOf(witnesses)) });
  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    setText(await file.text());
    check.reset();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0] ?? null);
  };
  return (
    <Entrance title={t('verify.title')} text={t('verify.text')} wide>
      <form
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate();
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t('verify.proof')}
            description={t('verify.proofText')}
            autosize
            minRows={5}
            maxRows={12}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group>
            <FileButton onChange={(file) => void take(file)}>
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconFileUpload size={15} aria-hidden />}>
                  {t('verify.choose')}
                </Button>
              )}
            </FileButton>
          </Group>
          <Lines label={t('verify.keys')} description={t('verify.keysText')} value={keys} onChange={setKeys} />
          <Lines label={t('verify.witnesses')} value={witnesses} onChange={setWitnesses} />
          <Button
            type="submit"
            size="sm"
            disabled={!text.trim() || !keys.trim()}
            loading={check.isPending}
            leftSection={<IconShieldCheck size={16} aria-hidden />}
          >
            {t('verify.check')}
          </Button>
          <div aria-live="polite">
            {check.error && <Failure error={check.error} />}
            {check.data && <Result check={check.data} />}
          </div>
        </Stack>
      </form>
    </Entrance>
  );
}

/** Keys, one a line. */
function Lines({
  onChange,
  ...rest
}: {
  label: string;
  description?: string;
  value: string;
  onChange: (text: string) => void;
}): ReactNode {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={1}
      spellCheck={false}
      classNames={{ input: 'mono' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function Result({ check }: { check: Check }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <div className={classes.verdict} data-ok={check.ok}>
        <div>
          <Text fw={620}>{t(check.ok ? 'verify.proven' : 'proof.refuted')}</Text>
          {check.problem && <Text size="sm">{check.problem}</Text>}
        </div>
      </div>
      <List spacing={6} listStyleType="none">
        {check.steps.map(({ step, outcome }) => (
          <List.Item key={step} icon={<Mark outcome={outcome} />}>
            {t(`verify.step-${step}`)}
            {outcome !== 'passed' && (
              <Text span size="sm" c="dimmed">
                {' '}
                {t(`verify.outcome-${outcome}`)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      <dl className={classes.facts}>
        {check.facts.map(([name, value]) => (
          <div key={name + value}>
            <dt>{t(`verify.fact-${name}`)}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}

const ICONS: Record<Outcome, { icon: typeof IconCheck; color: string }> = {
  passed: { icon: IconCheck, color: 'green' },
  failed: { icon: IconX, color: 'red' },
  open: { icon: IconMinus, color: 'gray' },
  absent: { icon: IconMinus, color: 'gray' },
};

function Mark({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslation();
  const { icon: Icon, color } = ICONS[outcome];
  return (
    <ThemeIcon color={color} size={20} radius="xl" role="img" aria-label={t(`verify.outcome-${outcome}`)}>
      <Icon size={13} aria-hidden />
    </ThemeIcon>
  );
}
