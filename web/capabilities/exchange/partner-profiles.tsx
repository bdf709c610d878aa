import { Badge, Checkbox, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import {
  type EdiSettings,
  ediSettingsQuery,
  type PartnerProfile,
  profilesQuery,
  saveEdiSettings,
} from './interface-queries.ts';
import { ProfileForm } from './profile-form.tsx';

/** Every partner with the form in which we exchange messages; who has no profile has the defaults. */
export function PartnerProfiles(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(profilesQuery);
  const [edited, setEdited] = useState<PartnerProfile>();
  return (
    <Stack>
      <TakingIn />
      <Panel flush title={t('interfaces.profiles')}>
        <Answered query={query}>
          {(partners) =>
            partners.length === 0 ? (
              <Empty title={t('partnerProfile.empty')} />
            ) : (
              <ProfileTable partners={partners} onEdit={setEdited} />
            )
          }
        </Answered>
      </Panel>
      {edited && <ProfileForm key={edited.partner} kept={edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}

/** What holds for our own files, whoever the partner is. */
function TakingIn(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const settings = useQuery(ediSettingsQuery).data;
  const save = useMutation({
    mutationFn: (change: Partial<EdiSettings>) => saveEdiSettings(change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['edi-settings'] });
      tellDone(t('masterData.saved'));
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Panel title={t('partnerProfile.takingIn')}>
      <Stack gap="xs">
        {(['partial', 'bookTests'] as const).map((name) => (
          <Checkbox
            key={name}
            label={t(`partnerProfile.${name}`)}
            description={t(`partnerProfile.${name}Text`)}
            checked={settings?.[name] ?? false}
            disabled={!settings || save.isPending}
            onChange={({ currentTarget }) => save.mutate({ [name]: currentTarget.checked })}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function ProfileTable({
  partners,
  onEdit,
}: {
  partners: PartnerProfile[];
  onEdit: (partner: PartnerProfile) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outgoing.partner')}</Table.Th>
            <Table.Th>{t('partnerProfile.format')}</Table.Th>
            <Table.Th>{t('partnerProfile.channel')}</Table.Th>
            <Table.Th>{t('partnerProfile.sends')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {partners.map((kept) => (
            <Table.Tr key={kept.partner}>
              <Table.Td>
                <UnstyledButton onClick={() => onEdit(kept)}>
                  <Text fw={560} c="var(--accent)">
                    {kept.name}
                  </Text>
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{kept.profile.format.toUpperCase()}</Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {t(`channel.${kept.profile.channel}`)}
                  {kept.isDefault && <Badge color="gray">{t('partnerProfile.default')}</Badge>}
                </Group>
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {kept.profile.sends.map((spoken) => (
                    <Badge key={spoken}>{t(`spoken.${spoken}`)}</Badge>
                  ))}
                  {kept.profile.acknowledges && <Badge color="gray">{t('spoken.acknowledgement')}</Badge>}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
