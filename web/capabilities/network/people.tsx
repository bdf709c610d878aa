import type { Role } from '@intakt/contract';
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  MultiSelect,
  PasswordInput,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { MINIMUM_PASSWORD, passwordProblem } from './password.ts';
import { addPerson, disablePerson, erasePerson, grantRoles, type Person, peopleQuery, useMe } from './queries.ts';
import { ROLE_LIST, roleName } from './role-name.ts';

export function People(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(peopleQuery);
  const [edited, setEdited] = useState<Person | 'new'>();
  return (
    <Panel
      flush
      title={t('administration.people')}
      aside={
        <Button leftSection={<IconUserPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
          {t('people.add')}
        </Button>
      }
    >
      <Answered query={query}>
        {(people) => (
          <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('field.name')}</Table.Th>
                  <Table.Th>{t('field.email')}</Table.Th>
                  <Table.Th>{t('people.roles')}</Table.Th>
                  <Table.Th>{t('people.sites')}</Table.Th>
                  <Table.Th aria-label={t('field.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {people.map((person) => (
                  <PersonRow key={person.id} person={person} onEdit={() => setEdited(person)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Answered>
      {edited === 'new' && <AddPerson onClose={() => setEdited(undefined)} />}
      {edited && edited !== 'new' && <EditRoles person={edited} onClose={() => setEdited(undefined)} />}
    </Panel>
  );
}

function PersonRow({ person, onEdit }: { person: Person; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Table.Tr>
      <Table.Td fw={560}>
        {person.erasedAt ? t('people.erased') : person.name}{' '}
        {person.disabled && <Badge color="gray">{t('people.disabled')}</Badge>}
      </Table.Td>
      <Table.Td>{person.email}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          {person.roles.map((role) => (
            <Badge key={role}>{roleName(role, t)}</Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        {person.sites.length === 0 ? t('agreement.allSites') : person.sites.map(names.site).join(', ')}
      </Table.Td>
      <Table.Td>{!person.erasedAt && <PersonMenu person={person} onEdit={onEdit} />}</Table.Td>
    </Table.Tr>
  );
}

function PersonMenu({ person, onEdit }: { person: Person; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [erasing, setErasing] = useState(false);
  const after = {
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
    onError: (error: unknown) => tellFailure(error),
  };
  const disable = useMutation({ mutationFn: () => disablePerson(person.id), ...after });
  const erase = useMutation({ mutationFn: () => erasePerson(person.id), ...after });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('people.menu', { name: person.name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onEdit}>{t('people.editRoles')}</Menu.Item>
          <Menu.Item disabled={person.disabled || person.id === me?.person?.id} onClick={() => disable.mutate()}>
            {t('people.disable')}
          </Menu.Item>
          <Menu.Item color="red" disabled={person.id === me?.person?.id} onClick={() => setErasing(true)}>
            {t('people.erase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={erasing}
        onClose={() => setErasing(false)}
        title={t('people.erase')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack>
          <Text>{t('people.eraseText', { name: person.name })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setErasing(false)}>
              {t('action.cancel')}
            </Button>
            <Button
              color="red"
              loading={erase.isPending}
              onClick={() => erase.mutate(undefined, { onSuccess: () => setErasing(false) })}
            >
              {t('people.erase')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function EditRoles({ person, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({ initialValues: { roles: person.roles as string[], sites: person.sites } });
  const save = useMutation({
    mutationFn: () => grantRoles(person.id, form.values.roles as Role[], form.values.sites),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      tellDone(t('masterData.saved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal opened onClose={onClose} title={person.name} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={form.onSubmit(() => save.mutate())}>
        <Stack>
          <RoleFields form={form} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface RoleForm {
  getInputProps: (path: 'roles' | 'sites') => object;
}
function RoleFields({ form }: { form: RoleForm }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const sites = [...names.sites.values()].filter((site) => site.owner === own);
  return (
    <>
      <MultiSelect
        label={t('people.roles')}
        data={ROLE_LIST.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('roles')}
      />
      <MultiSelect
        label={t('people.sites')}
        description={t('people.sitesText')}
        searchable
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('sites')}
      />
    </>
  );
}

function AddPerson({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '', email: '', password: '', roles: ['planner'] as Role[], sites: [] as string[] },
    validate: {
      name: (value) => (value ? null : t('error.required')),
      email: (value) => (value.includes('@') ? null : t('error.email')),
      password: (value) => passwordProblem(value, t),
    },
  });
  const add = useMutation({
    mutationFn: () => addPerson(form.values),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal opened onClose={onClose} title={t('people.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={form.onSubmit(() => add.mutate())} noValidate>
        <Stack gap="sm">
          <TextInput label={t('field.name')} {...form.getInputProps('name')} />
          <TextInput label={t('field.email')} type="email" {...form.getInputProps('email')} />
          <PasswordInput
            label={t('people.password')}
            description={t('setup.password', { count: MINIMUM_PASSWORD })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <RoleFields form={form} />
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
