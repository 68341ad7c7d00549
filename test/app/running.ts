import { startApp, type App } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { projectRoot } from '../helpers/content.ts';
import { FakeConnector, type Put } from '../helpers/fakeConnector.ts';
import type { LogEntry } from '../helpers/talk.ts';

type Environment = Readonly<Record<string, string>>;

/** A whole guide on this machine with Teams' service beside it, whose clock and settings a test changes while it runs. */
export class RunningGuide {
  readonly connector = new FakeConnector();
  readonly log: LogEntry[] = [];
  /** What the guide takes for now. */
  time = Date.parse('2026-11-22T09:00:00Z');
  /** What it does once a day. */
  readonly daily = new Set<() => void>();
  #environment: Environment;
  #changed = false;
  #app: App | undefined;
  #serviceUrl = '';
  #ids = 0;

  constructor(environment: Environment) {
    this.#environment = { PORT: '0', ...environment };
  }

  get url(): string {
    return this.#app?.url ?? '';
  }

  async open(): Promise<void> {
    this.#serviceUrl = await this.connector.open();
    const read = (): Config => {
      this.#changed = false;
      return readConfig(this.#environment);
    };
    const world = {
      root: projectRoot,
      now: () => new Date(this.time),
      randomId: () => `id-${String(++this.#ids)}`,
      log: (entry: LogEntry) => void this.log.push(entry),
      daily: (work: () => void) => {
        this.daily.add(work);
        return () => void this.daily.delete(work);
      },
    };
    this.#app = await startApp(read(), world, { read, hasChanged: () => this.#changed });
  }

  async close(): Promise<void> {
    await this.#app?.close();
    await this.connector.close();
  }

  /** Changes settings as someone who writes in .env does, and lets two seconds pass. */
  set(changed: Environment): void {
    this.#environment = { ...this.#environment, ...changed };
    this.#changed = true;
    this.time += 2_000;
  }

  /** What the user sees after an activity, and what the door answered. */
  async post(
    more: object,
  ): Promise<{ readonly status: number; readonly body: string; readonly shown: readonly Put[] }> {
    const before = this.connector.shown.length;
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ id: `in-${String(++this.#ids)}`, channelId: 'msteams', serviceUrl: this.#serviceUrl },
        ...{ recipient: { id: '28:0a1b2c3d-0000-4000-8000-000000000001' }, from: { id: '29:user' } },
        ...{ conversation: { id: 'a:own', conversationType: 'personal', tenantId: 'tenant' } },
        ...more,
      }),
    });
    return { status: response.status, body: await response.text(), shown: this.connector.shown.slice(before) };
  }
}
