import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom, pick, type Random } from '../../src-main/demo/seed/seeded-random.ts';
import {
  createFaultServer,
  TASK_A,
  TASK_B,
  type FaultServer,
} from '../support/server/fault-server.ts';
import { answer, applyThenDrop, type Fault } from '../support/server/faults.ts';
import { createLedger, type Ledger, type CreateResponse } from './ledger.ts';
import { beginLife } from './life.ts';
import { LONGEST_LIFE_MS, PHASES, planDeath, type Phase, type Plan } from './plans.ts';
import { SPEED, type Drained, type Line, type Orders } from './protocol.ts';

export type Round = CreateResponse & {
  readonly kills: readonly Phase[];
  readonly requests: number;
};

type Stage = {
  readonly script: string;
  readonly server: FaultServer;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly orders: Omit<Orders, 'seed' | 'name' | 'hang' | 'mode'>;
};

/**
 * So many lives and deaths on one file, then one that may live until everything is sent; what the
 * server holds then is compared with what was acknowledged.
 */
export async function playRound(script: string, seed: number, deaths: number): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-deaths-'));
  const epochMs = Date.now();
  const noon = Date.parse('2026-11-24T12:00:00Z');
  const server = await createFaultServer({
    quota: 1_000_000,
    now: () => noon + (Date.now() - epochMs) * SPEED,
  });
  const { credential, ...account } = server.account;
  const stage: Stage = {
    script,
    server,
    ledger: createLedger(),
    random: createSeededRandom(seed),
    orders: {
      file: join(folder, 'stint.sqlite'),
      account,
      key: credential.key,
      taskIds: [TASK_A.id, TASK_B.id],
      epochMs,
    },
  };
  try {
    const kills: Phase[] = [];
    for (let life = 0; life < deaths; life += 1) {
      const phase = PHASES[(life + seed) % PHASES.length] ?? 'any moment';
      kills.push(await dieOnce(stage, planDeath(stage.random, phase), life));
    }
    const local = await drain(stage);
    const comparison = stage.ledger.compare(server.entries(), local);
    return { ...comparison, kills, requests: server.requests().length };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Returns where the kill fell. */
async function dieOnce(stage: Stage, plan: Plan, life: number): Promise<Phase> {
  const { ledger, random, server } = stage;
  const orders = {
    ...stage.orders,
    seed: Math.floor(random() * 2 ** 31),
    name: `${life}`,
    hang: plan.hang,
    mode: plan.mode,
  };
  let phase: Phase = 'any moment';
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, run: () => void): void => void timers.push(setTimeout(run, ms));
  const dieIn = (fell: Phase, afterMs: number): void => {
    const strike = (): void => {
      phase = fell;
      body.kill();
    };
    if (afterMs === 0) strike();
    else later(afterMs, strike);
  };
  const remove = standInTheWay(stage, plan, dieIn);
  const body = beginLife(stage.script, orders, (line: Line) => {
    ledger.note(line);
    if (line.say === 'hanging') dieIn(plan.phase, 0);
    if (line.say !== 'alive') return;
    later(LONGEST_LIFE_MS, () => body.kill());
    if (plan.phase === 'any moment' || plan.phase === 'while committing') {
      dieIn(plan.phase, plan.delayMs);
    }
  });
  await body.over;
  for (const timer of timers) clearTimeout(timer);
  remove();
  server.faults.clear();
  return phase;
}

/** Every request passes here: one is the kill's, some meet a fault, most are just answered. */
function standInTheWay(
  { server, random }: Stage,
  plan: Plan,
  dieIn: (phase: Phase, afterMs: number) => void,
): () => void {
  let count = 0;
  const strike: Fault = ({ apply, send, raw }) => {
    if (plan.phase === 'request arrived') {
      dieIn(plan.phase, 0);
      if (plan.appliedAfterMs !== 'never') setTimeout(apply, plan.appliedAfterMs);
    } else if (plan.phase === 'request carried out') {
      apply();
      dieIn(plan.phase, 0);
    } else {
      send(apply());
      raw.once('finish', () => dieIn('request answered', plan.delayMs));
    }
  };
  return server.faults.when(
    () => true,
    (exchange) => {
      count += 1;
      const isTheOne = plan.phase.startsWith('request') && count === plan.request;
      const trouble = random() < 0.08 ? pick(random, [applyThenDrop, answer(503)]) : undefined;
      if (isTheOne) strike(exchange);
      else if (trouble !== undefined) trouble(exchange);
      else exchange.send(exchange.apply());
    },
  );
}

const LONGEST_DRAIN_MS = 60_000;

async function drain({ script, ledger, orders }: Stage): Promise<readonly Drained[]> {
  let local: readonly Drained[] | undefined;
  const last = beginLife(
    script,
    { ...orders, seed: 1, name: 'last', hang: undefined, mode: 'drain' },
    (line) => {
      ledger.note(line);
      if (line.say === 'drained') local = line.entries;
    },
  );
  const patience = setTimeout(() => last.kill(), LONGEST_DRAIN_MS);
  await last.over;
  clearTimeout(patience);
  if (local === undefined) throw new Error('what waited was not sent within a minute');
  return local;
}
