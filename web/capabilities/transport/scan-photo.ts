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
