import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Transform } from 'node:stream';

/**
 * The EDI readers that npm has, each in the way its README shows, as a stream where it can: segments with all their
 * values. None of them checks a message against its table here, nor maps it.
 */
type Way = (chunks: AsyncIterable<Uint8Array>) => Promise<Record<string, number>>;

/** What `edifact` and `ts-edifact`, which descends from it, have in common. */
interface EdifactParser {
  write(text: string): void;
  end(): void;
}

const require = createRequire(import.meta.url);

export const PEERS: Record<string, Way> = {
  async edifact(chunks) {
    const Parser = require('edifact/parser.js');
    const collector = new SegmentCollector();
    const parser = new Parser();
    parser.encoding('UNOC');
    parser.onopensegment = (name: string) => collector.open(name);
    parser.onelement = () => collector.element();
    parser.oncomponent = (value: string) => collector.component(value);
    parser.onclosesegment = () => collector.close();
    return feed(parser, chunks, collector);
  },
  async 'ts-edifact'(chunks) {
    /* Its index needs a package that it does not declare. */
    const [{ Configuration }, { Parser }, { NullValidator }] = ['configuration', 'parser', 'validator'].map((module) =>
      require(`ts-edifact/lib/${module}.js`),
    );
    const collector = new SegmentCollector();
    const parser = new Parser(new Configuration({ validator: new NullValidator() }));
    parser.updateCharset('UNOC');
    parser.onOpenSegment = (name: string) => collector.open(name);
    parser.onElement = () => collector.element();
    parser.onComponent = (value: string) => collector.component(value);
    parser.onCloseSegment = () => collector.close();
    return feed(parser, chunks, collector);
  },
  async 'node-x12'(chunks) {
    const { X12Parser } = require('node-x12');
    const parser: Transform = new X12Parser();
    let segments = 0;
    parser.on('data', () => segments++);
    const ended = once(parser, 'end');
    for await (const chunk of chunks) if (!parser.write(chunk)) await once(parser, 'drain');
    parser.end();
    await ended;
    return { segments };
  },
};

/** Segments as the README of `edifact` builds them; each is let go when the next one begins, so that memory is no matter. */
class SegmentCollector {
  segments = 0;
  #segment: { name: string; elements: string[][] } | undefined;
  #components: string[] = [];

  open(name: string): void {
    this.#segment = { name, elements: [] };
  }
  element(): void {
    this.#components = [];
    this.#segment!.elements.push(this.#components);
  }
  component(value: string): void {
    this.#components.push(value);
  }
  close(): void {
    this.segments++;
  }
}

async function feed(
  parser: EdifactParser,
  chunks: AsyncIterable<Uint8Array>,
  collector: SegmentCollector,
): Promise<Record<string, number>> {
  for await (const chunk of chunks) parser.write(Buffer.from(chunk).toString('latin1'));
  parser.end();
  return { segments: collector.segments };
}
