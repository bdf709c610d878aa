/** A photo is sent as evidence, not as art: so wide at most, and so good. */
const LONGEST_PIXELS = 1280;
const QUALITY = 0.7;

/** A photo of the phone as a small JPEG that a dead spot can bear. */
export async function smallPicture(file: File): Promise<string> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
}

interface Detector {
  detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new () => Detector;
const makerOf = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

/** Phones read bar codes themselves; where one does not, plates are typed in. */
export const canScan = (): boolean => makerOf() !== undefined;

export async function scanPhoto(file: File): Promise<string[]> {
  const Maker = makerOf();
  if (!Maker) return [];
  const found = await new Maker().detect(await createImageBitmap(file));
  return found.map(({ rawValue }) => rawValue.slice(0, 70));
}
