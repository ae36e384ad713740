/**
 * Chromium only: the icon changes by itself on addresses that look like a policy. The rule is the
 * browser's own, so this needs no host permission and runs no script in any page.
 */
import { browser } from 'wxt/browser';
import { POLICY_URL_REGEX } from '../core/policy-address.ts';

const SIZES = [16, 32] as const;

/** Replaces all rules by ours; a browser without declarativeContent is left alone. */
export async function installIconRules(): Promise<void> {
  const { declarativeContent } = browser;
  if (!declarativeContent) return;
  const imageData = Object.fromEntries(
    await Promise.all(SIZES.map(async (size) => [size, await pixels(size)] as const)),
  );
  await new Promise<void>((resolve) => {
    declarativeContent.onPageChanged.removeRules(undefined, () => resolve());
  });
  declarativeContent.onPageChanged.addRules([
    {
      conditions: [
        new declarativeContent.PageStateMatcher({ pageUrl: { urlMatches: POLICY_URL_REGEX } }),
      ],
      actions: [new declarativeContent.SetIcon({ imageData })],
    },
  ]);
}

/** The "policy here" icon as pixels: SetIcon takes nothing else. */
async function pixels(size: number): Promise<ImageData> {
  const response = await fetch(browser.runtime.getURL(`/icon/policy-${size}.png`));
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}
