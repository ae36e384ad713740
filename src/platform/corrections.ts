/** Readers' corrections, kept in `storage.local` by the background alone. Private windows keep none. */
import * as z from 'zod/mini';
import { pageOf, withCorrection, withoutCorrection } from '../core/evidence/corrections.ts';
import type { Handlers } from './channel.ts';
import { correctionSchema, type CORRECTION_MESSAGES } from './correction-shapes.ts';
import { stored } from './stored.ts';

const corrections = stored({
  name: 'corrections',
  version: 1,
  schema: z.array(correctionSchema),
  fallback: [],
});

/** Answers the messages about corrections. */
export const correctionHandlers: Pick<Handlers, keyof typeof CORRECTION_MESSAGES> = {
  async correct({ correction }, { incognito }) {
    if (incognito) return { kept: false, dropped: 0 };
    let dropped = 0;
    await corrections.change((list) => {
      const added = withCorrection(list, correction);
      dropped = added.dropped;
      return [...added.list];
    });
    return { kept: true, dropped };
  },
  async takeBack({ clause, url }, { incognito }) {
    if (!incognito) await corrections.change((list) => [...withoutCorrection(list, clause, url)]);
    return {};
  },
  async corrections({ url }, { incognito, own }) {
    if (incognito || (url === undefined && !own)) return { keeps: !incognito, list: [] };
    const list = await corrections.read();
    return {
      keeps: true,
      list: url === undefined ? list : list.filter((one) => one.url === pageOf(url)),
    };
  },
  async forgetCorrections(_, { own }) {
    if (own) await corrections.change(() => []);
    return {};
  },
};
