import { createSetupLink } from './access/index.ts';
import { buildApp } from './app.ts';
import { ensureWebBuilt } from './build-web.ts';
import { readConfig } from './config.ts';
import { startDemonstration } from './demonstration.ts';
import { openMqttDoor } from './doors/index.ts';
import { startJobs } from './jobs/index.ts';
import { listenOnFreePort } from './listen.ts';
import { openHouse } from './open-house.ts';

const STOP_LIMIT_MS = 10_000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const [webRoot, { house, signing, close }] = await Promise.all([ensureWebBuilt(say), openHouse(config)]);
  const app = await buildApp(house, signing, webRoot);
  const url = await listenOnFreePort(app, config);
  const stopJobs = await startJobs(house, signing);
  const devices = await openMqttDoor(house);
  say(`Intakt serves ${config.publicUrl ?? url}`);
  say(
    `Database: ${house.db.description}${house.db.kind === 'embedded' ? `, in ${config.dataDir} (survives a killed process, not a power cut)` : ''}`,
  );
  if (devices) say(`Devices publish to ${devices.url}`);
  const stopDemonstration = config.demo ? await startDemonstration(house, url, say) : undefined;
  const setup = config.demo ? undefined : await createSetupLink(house);
  if (setup)
    say(
      `Set up your organisation with this link, valid once: ${setup.startsWith('http') ? setup : `${config.publicUrl ?? url}${setup}`}`,
    );

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await stopDemonstration?.();
    await devices?.stop();
    await house.feed.stop();
    await app.close();
    await stopJobs();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  process.stderr.write(`Intakt could not start: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
