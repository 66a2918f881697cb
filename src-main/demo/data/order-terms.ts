import type { TimedOrder } from '../api/request-queries.ts';

const COLUMNS = {
  start: 'start_at',
  task_id: 'task_id',
  created_at: 'created_at',
  updated_at: 'updated_at',
};

/** `-start` as `start_at DESC`: the terms of an ORDER BY over entries or time blocks. */
export function orderTerms(orders: readonly TimedOrder[]): readonly string[] {
  return orders.map((order) => {
    const descending = order.startsWith('-');
    const column = COLUMNS[(descending ? order.slice(1) : order) as keyof typeof COLUMNS];
    return `${column} ${descending ? 'DESC' : 'ASC'}`;
  });
}
