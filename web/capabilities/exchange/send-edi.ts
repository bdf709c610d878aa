import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { sendEdi, type UploadAnswer } from './queries.ts';

/** Hands files to the EDI door one after the other, says what became of each, and opens what needs a decision. */
export function useSendEdi(): { send: (files: File[]) => Promise<void>; busy: boolean } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const mutation = useMutation({ mutationFn: sendEdi });
  const send = async (files: File[]): Promise<void> => {
    for (const file of files) {
      try {
        const answer = await mutation.mutateAsync(file);
        tellDone(t('inbox.taken', { name: file.name }), summary(answer, t));
        const open = answer.messages.find((message) => message.state !== 'recorded') ?? answer.messages[0];
        if (open) await navigate({ to: '/inbox', search: { message: open.id } });
      } catch (error) {
        tellFailure(error, file.name);
      }
    }
    await client.invalidateQueries({ queryKey: ['inbox'] });
  };
  return { send, busy: mutation.isPending };
}

function summary(answer: UploadAnswer, t: ReturnType<typeof useTranslation>['t']): string {
  return answer.messages.map((message) => `${message.type}: ${t(`inboxState.${message.state}`)}`).join(' · ');
}
