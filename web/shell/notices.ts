import { notifications } from '@mantine/notifications';
import { Refused } from '../api.ts';

/** Short notices in the corner; a failure stays longer, because it carries a next step to be read. */
export const tellDone = (title: string, message = ''): void => {
  notifications.show({ title, message, color: 'petrol', autoClose: 5000 });
};

export function tellFailure(error: unknown, what = ''): void {
  const problem = error instanceof Refused ? error.problem : { title: 'Error', detail: String(error) };
  notifications.show({
    title: [what, problem.title].filter(Boolean).join(': '),
    message: problem.detail,
    color: 'red',
    autoClose: 12_000,
  });
}
