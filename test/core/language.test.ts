import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/core/language.ts';
import { DETECT_PAGES } from '../fixtures/detect/pages.ts';

/** Text between the tags of a fixture's main part. */
function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
  return main
    .replaceAll('&quot;', '"')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('detectLanguage', () => {
  it.each(DETECT_PAGES.map(({ name, language, html }) => [name, language, html] as const))(
    'names the language of the page "%s": %s',
    (_, language, html) => {
      expect(detectLanguage(textOf(html))).toBe(language);
    },
  );

  it.each([
    ['ja', '当社は、お客様の個人情報を適切に取り扱います。利用目的は次のとおりです。'],
    ['zh', '我们会收集您的姓名和电话号码，并将其用于处理您的订单。'],
    ['ko', '우리는 서비스를 제공하기 위하여 이름과 전자우편 주소를 수집합니다.'],
    ['ru', 'Мы собираем ваше имя и адрес, чтобы доставить заказ.'],
    ['el', 'Συλλέγουμε το όνομά σας για να παραδώσουμε την παραγγελία.'],
    ['ar', 'نحن نجمع اسمك وعنوانك من أجل تسليم الطلب إليك.'],
  ])('tells %s by its script', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    [
      'sv',
      'Vi samlar in ditt namn och din adress för att kunna leverera det som du har beställt av oss.',
    ],
    [
      'da',
      'Vi indsamler dit navn og din adresse for at kunne levere det, som du har bestilt af os, og ikke til andet.',
    ],
    [
      'cs',
      'Vaše údaje jsou u nás v bezpečí a používáme je jen pro vyřízení objednávky, která je na webu nebo při nákupu.',
    ],
  ])('tells %s by its words', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', '12345 67890', 'Larkmoor', 'a1 b2 c3 d4', 'ok ok ok ok ok'])(
    'does not guess from "%s"',
    (text) => {
      expect(detectLanguage(text)).toBe('und');
    },
  );

  it('looks at a bounded part of the text', () => {
    const english = 'the data of the shop and your order '.repeat(300);
    expect(detectLanguage(`${english} ${'und die der das wir sie '.repeat(2000)}`)).toBe('en');
  });
});
