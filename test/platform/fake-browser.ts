/** A browser in memory: just what `src/platform` touches, with every call kept for tests to look at. */
import { vi } from 'vitest';

type Listener = (...args: never[]) => unknown;

function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
  };
}

/** Makes a fresh fake. `granted` is whether the optional host permission is held. */
export function fakeBrowser() {
  const stored = new Map<string, unknown>();
  const inMemory = new Map<string, unknown>();
  const registered = new Map<string, unknown>();
  const state = { granted: false, openTabs: [] as { id?: number; discarded?: boolean }[] };
  const browser = {
    runtime: {
      id: 'own-id' as string | undefined,
      getManifest: () => ({ version: '1.2.3' }),
      getURL: (path: string) => `extension://own-id${path}`,
      sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
      onMessage: event(),
      onConnect: event(),
      connect: vi.fn((_how: { name: string }) => ({ disconnect: vi.fn(), onDisconnect: event() })),
      onStartup: event(),
      onInstalled: event(),
    },
    i18n: { getMessage: (key: string) => key },
    storage: {
      local: {
        get: vi.fn(async (keys: string[]) =>
          Object.fromEntries([...stored].filter(([key]) => keys.includes(key))),
        ),
        remove: vi.fn(async (keys: string[]) => {
          for (const key of keys) stored.delete(key);
        }),
        set: vi.fn(async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
        }),
        clear: vi.fn(async () => stored.clear()),
      },
      session: {
        get: vi.fn(async (key: string) => ({ [key]: inMemory.get(key) })),
        set: vi.fn(async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) {
            inMemory.set(key, structuredClone(value));
          }
        }),
        clear: vi.fn(async () => inMemory.clear()),
      },
    },
    permissions: {
      contains: vi.fn(async () => state.granted),
      request: vi.fn(async () => state.granted),
      remove: vi.fn(async () => {
        state.granted = false;
        return true;
      }),
      onAdded: event(),
      onRemoved: event(),
    },
    scripting: {
      executeScript: vi.fn(async (_injection: { files?: string[] }): Promise<unknown[]> => [
        { result: 'text/html' },
      ]),
      getRegisteredContentScripts: vi.fn(async () => [...registered.values()]),
      registerContentScripts: vi.fn(async (scripts: { id: string }[]) => {
        for (const script of scripts) registered.set(script.id, script);
      }),
      unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
        for (const id of ids) registered.delete(id);
      }),
    },
    tabs: {
      query: vi.fn(async () => state.openTabs),
      create: vi.fn(async (_properties: { url?: string }) => ({})),
      get: vi.fn(async (_tabId: number) => ({ index: 3, windowId: 1 })),
    },
    action: {
      setBadgeText: vi.fn(async (_details: unknown) => undefined),
      setBadgeBackgroundColor: vi.fn(async (_details: unknown) => undefined),
      setBadgeTextColor: vi.fn(async (_details: unknown) => undefined),
      setTitle: vi.fn(async (_details: unknown) => undefined),
      setPopup: vi.fn(async (_details: unknown) => undefined),
      openPopup: vi.fn(async () => undefined),
      onClicked: event(),
    },
  };
  return { browser, stored, inMemory, registered, state };
}
