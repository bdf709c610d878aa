import {
  Button,
  Drawer,
  FileButton,
  Group,
  Image,
  NumberInput,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconBarcode, IconCamera } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellFailure } from '../../shell/notices.ts';
import type { DrivenStop, Report } from './drive-api.ts';
import { scalePhoto } from '../../shell/scale-photo.ts';
import { canScan, scanPhoto } from './scan-photo.ts';
import { SignaturePad } from './signature-pad.tsx';

type Proof = Pick<Report, 'packages' | 'scanned' | 'signedBy' | 'signature' | 'photos' | 'text'>;
const MOST_PHOTOS = 4;

/** What shows that goods changed hands: how many, which plates, who signed, and pictures. */
export function ProofSheet({
  stop,
  onClose,
  onDone,
}: {
  stop: DrivenStop;
  onClose: () => void;
  onDone: (proof: Proof) => void;
}): ReactNode {
  const { t } = useTranslation();
  const planned = [...stop.loads, ...stop.unloads].reduce((sum, { packages = 0 }) => sum + packages, 0);
  const [packages, setPackages] = useState<number | string>(planned > 0 ? planned : '');
  const [scanned, setScanned] = useState<string[]>([]);
  const [signedBy, setSignedBy] = useState('');
  const [signature, setSignature] = useState<string>();
  const [photos, setPhotos] = useState<string[]>([]);
  const done = (): void =>
    onDone({
      ...(packages !== '' && { packages: Number(packages) }),
      ...(scanned.length > 0 && { scanned }),
      ...(signedBy && { signedBy }),
      ...(signature && { signature }),
      ...(photos.length > 0 && { photos }),
    });
  return (
    <Drawer opened onClose={onClose} position="bottom" size="88%" title={t('drive.proof')}>
      <Stack gap="sm">
        <NumberInput
          size="md"
          label={t('drive.packages', { planned })}
          min={0}
          value={packages}
          onChange={setPackages}
        />
        <Plates scanned={scanned} onChange={setScanned} />
        <TextInput
          size="md"
          label={t('drive.signedBy')}
          value={signedBy}
          onChange={(e) => setSignedBy(e.currentTarget.value)}
        />
        <SignaturePad onChange={setSignature} />
        <Photos photos={photos} onChange={setPhotos} />
        <Button size="lg" color="green" onClick={done}>
          {t('drive.confirm')}
        </Button>
      </Stack>
    </Drawer>
  );
}

/** Licence plates: read by the camera where the phone can, typed where it cannot. */
function Plates({ scanned, onChange }: { scanned: string[]; onChange: (codes: string[]) => void }): ReactNode {
  const { t } = useTranslation();
  const read = async (file: File | null): Promise<void> => {
    if (!file) return;
    try {
      const codes = await scanPhoto(file);
      onChange([...new Set([...scanned, ...codes])]);
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <>
      <TagsInput size="md" label={t('drive.plates')} value={scanned} onChange={onChange} />
      {canScan() && (
        <FileButton accept="image/*" capture="environment" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} size="md" variant="default" leftSection={<IconBarcode size={18} />}>
              {t('drive.scan')}
            </Button>
          )}
        </FileButton>
      )}
    </>
  );
}

function Photos({ photos, onChange }: { photos: string[]; onChange: (photos: string[]) => void }): ReactNode {
  const { t } = useTranslation();
  const add = async (file: File | null): Promise<void> => {
    if (!file) return;
    try {
      onChange([...photos, await scalePhoto(file)]);
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <>
      <Group gap={6}>
        {photos.map((photo, i) => (
          <Image
            key={photo.slice(-40)}
            src={photo}
            alt={t('drive.photoNumber', { number: i + 1 })}
            w={64}
            h={64}
            radius="sm"
          />
        ))}
      </Group>
      <FileButton accept="image/*" capture="environment" onChange={(file) => void add(file)}>
        {(props) => (
          <Button
            {...props}
            size="md"
            variant="default"
            disabled={photos.length >= MOST_PHOTOS}
            leftSection={<IconCamera size={18} />}
          >
            {t('drive.photo')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed">
        {t('drive.personal')}
      </Text>
    </>
  );
}
