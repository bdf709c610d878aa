import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from './guarded-post.ts';
import { isPrivate } from './private-address.ts';

describe('addresses that are not the public internet', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.20.30.40', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['100.64.0.1', true],
    ['169.254.169.254', true],
    ['0.0.0.0', true],
    ['255.255.255.255', true],
    ['93.184.215.14', false],
    ['::1', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['64:ff9b::a00:1', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', false],
    ['no address', true],
  ])('%s: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });
});

describe('a letter', () => {
  let receiver: Server;
  const asked: string[] = [];
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.writeHead(200).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => receiver.once('listening', resolve));
  });
  afterAll(() => receiver.close());
  const at = (host: string, path = '/') => ({
    url: `http://${host}:${(receiver.address() as AddressInfo).port}${path}`,
    headers: {},
    body: 'x',
  });

  test('goes where the operator allows it', async () => {
    expect(await post(at('127.0.0.1'), ['127.0.0.1'])).toEqual({ ok: true, status: 200 });
    expect(await post(at('localhost'), ['*'])).toEqual({ ok: true, status: 200 });
  });

  test('does not follow where it is sent on to', async () => {
    expect(await post(at('127.0.0.1', '/moved'), ['*'])).toMatchObject({ ok: false, status: 302 });
    expect(asked).not.toContain('/elsewhere');
  });

  test.each(['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'https://2130706433/', 'https://0x7f.1/'])(
    'is not posted to %s, by text or by what the name means',
    async (url) => {
      const answer = await post({ url, headers: {}, body: 'x' }, []);
      expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('private network') });
    },
  );
});
