/** The panel: everything Clausemark says of a page. Data in, the reader's wishes out. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Strictness } from '../core/strictness.ts';
import type { PanelView, TopicView } from '../core/view.ts';
import { ActionList } from './ActionList.tsx';
import type { CoverageCallbacks } from './Coverage.tsx';
import { EvidenceProvider, type EvidenceCallbacks } from './evidence-context.ts';
import { DocumentHeader } from './DocumentHeader.tsx';
import { ExportMenu, type ExportCallbacks } from './ExportMenu.tsx';
import { FindingFilter } from './FindingFilter.tsx';
import { Headline } from './Headline.tsx';
import { HonestyFooter } from './HonestyFooter.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import type { AlongValues } from './live.ts';
import { Minimap } from './Minimap.tsx';
import { Notices } from './Notices.tsx';
import { commandOf, ownsKeys } from './panel-keys.ts';
import { CollapsedTab, PanelBar } from './PanelBar.tsx';
import { sharedSection } from './reading-order.ts';
import { ReadingStrip } from './ReadingStrip.tsx';
import { ResizeHandle } from './ResizeHandle.tsx';
import { bringToTop } from './scroll.ts';
import type { PanelSettings } from './settings.ts';
import { StrictnessChoice } from './Strictness.tsx';
import { statusText, StatusView, type StatusCallbacks } from './StatusView.tsx';
import { TopicGrid } from './TopicGrid.tsx';
import { TopicList } from './TopicList.tsx';
import { useFindings } from './use-findings.ts';
import { useFollowing } from './use-following.ts';
import { usePreview } from './use-preview.ts';
import { useWording } from './wording.ts';

/** What the panel asks of its owner. Ids are those of the view. */
export interface PanelCallbacks
  extends StatusCallbacks, CoverageCallbacks, EvidenceCallbacks, ExportCallbacks {
  /** The reader chose a finding: show its place in the page and let the keyboard continue there. */
  readonly onJump: (findingId: string) => void;
  /** The reader stepped to a finding: show its place, but leave focus in the panel. */
  readonly onFocusFinding: (findingId: string) => void;
  /** The reader wants to see the card of a finding that the page already shows. */
  readonly onOpenFinding: (findingId: string) => void;
  /** The reader points at findings, or at none any more: show their places, without moving the page. */
  readonly onPreview: (findingIds: readonly string[]) => void;
  /** The reader wants to see the clause behind an action. */
  readonly onJumpToClause: (clauseId: string) => void;
  /** The reader wants fewer, surer findings, or more. */
  readonly onStrictness: (step: Strictness) => void;
  readonly onClose: () => void;
  /** Settings that changed and should be kept. */
  readonly onSettings: (change: Partial<PanelSettings>) => void;
}

/** Props of {@link Panel}. */
export interface PanelProps extends PanelCallbacks {
  readonly view: PanelView;
  readonly settings: PanelSettings;
  readonly along: AlongValues;
  /** Shows changed settings; `keep` is false while a change is still going on. */
  readonly onPlace: (change: Partial<PanelSettings>, keep: boolean) => void;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  /** Whether this browser sends Global Privacy Control; `null` where it does not say. */
  readonly sendsGpc: boolean | null;
}

/** Quotes of all findings by the id of their clause. */
function sentencesOf(topics: readonly TopicView[]): ReadonlyMap<string, string> {
  const findings = topics.flatMap((topic) => topic.findings);
  return new Map(findings.map(({ clauseId, quote }) => [clauseId, quote]));
}

/** What the findings rest on, once it is known. */
function restsOn({ honesty, document, coverage }: PanelView) {
  return honesty && document && coverage && { honesty, document, coverage };
}

/** The whole panel, or its slim tab. */
export function Panel(props: PanelProps) {
  const { view, settings, along, onPlace, onClose, onJump, onFocusFinding, headingRef } = props;
  const wording = useWording();
  const { text, message, locale, direction } = wording;
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const found = useRef<HTMLHeadingElement>(null);
  const tab = useRef<HTMLButtonElement>(null);
  const collapse = useRef<HTMLButtonElement>(null);
  const list = useFindings(view, scroller);
  usePreview(scroller, along.preview);
  useFollowing(scroller, along.spot);
  const [helping, setHelping] = useState(false);
  // Kept here, so that reading the page again does not close what the reader opened.
  const [coverageOpen, setCoverageOpen] = useState(false);
  const coverageLow = view.coverage?.low ?? false;
  const sentences = useMemo(() => sentencesOf(view.topics), [view.topics]);
  const shared = useMemo(() => sharedSection(view.topics), [view.topics]);
  const said = {
    topics: view.topics,
    contradictions: view.contradictions,
    coverageLow,
    language: view.document?.language ?? 'und',
    onJump,
  };
  const cards = {
    evidence: view.evidence,
    corrections: view.corrections,
    document: view.document,
    onEvidence: props.onEvidence,
    onCorrect: props.onCorrect,
  };
  const total = view.topics.reduce((sum, topic) => sum + topic.findings.length, 0);

  useLayoutEffect(() => {
    root.current?.style.setProperty('--width', `${settings.width}px`);
  }, [settings.width]);

  const place = (collapsed: boolean) => {
    onPlace({ collapsed }, true);
    (collapsed ? tab : collapse).current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target === search.current;
    const command = commandOf(event, typing || ownsKeys(event.target));
    if (command === null) return;
    event.preventDefault();
    if (command === 'close') {
      if (typing && list.filter.query !== '') list.setFilter({ ...list.filter, query: '' });
      else onClose();
    } else if (command === 'help') {
      setHelping(true);
    } else if (command === 'search') {
      search.current?.focus();
    } else {
      const focused = (event.target as HTMLElement).dataset.findingId ?? null;
      const finding = list.step(command, focused);
      if (finding !== null) onFocusFinding(finding.id);
    }
  };

  return (
    <section
      ref={root}
      class="panel"
      lang={locale}
      dir={direction}
      aria-label={text('panel_label')}
      data-state={view.status.kind}
      data-side={settings.side}
      data-collapsed={settings.collapsed}
      data-map={settings.minimap && total > 0}
      onKeyDown={onKeyDown}
    >
      <p class="sr-only" role="status">
        {view.announcement === null ? statusText(view.status, wording) : message(view.announcement)}
      </p>
      <div class="collapsed" hidden={!settings.collapsed}>
        <CollapsedTab buttonRef={tab} findings={total} onExpand={() => place(false)} />
      </div>
      <div class="body" hidden={settings.collapsed}>
        <ResizeHandle
          side={settings.side}
          width={settings.width}
          onWidth={(width, settled) => onPlace({ width }, settled)}
        />
        <PanelBar
          headingRef={headingRef}
          collapseRef={collapse}
          minimap={settings.minimap}
          onMinimap={() => onPlace({ minimap: !settings.minimap }, true)}
          onSwap={() => onPlace({ side: settings.side === 'left' ? 'right' : 'left' }, true)}
          onCollapse={() => place(true)}
          onClose={onClose}
        >
          {view.status.kind === 'ready' && <ExportMenu {...props} />}
        </PanelBar>
        <div class="scroller" ref={scroller}>
          {view.document !== null && (
            <DocumentHeader
              document={view.document}
              status={view.status.kind}
              coverage={view.coverage}
              {...props}
              coverageOpen={coverageOpen}
              onCoverageOpen={setCoverageOpen}
              onReadSkipped={(partId) => {
                // The button that was pressed goes away with its part.
                headingRef.current?.focus({ preventScroll: true });
                props.onReadSkipped(partId);
              }}
            />
          )}
          <Notices notices={view.notices} foreignFrames={view.foreignFrames} />
          <StatusView status={view.status} document={view.document} {...props} />
          {view.headline.length > 0 && (
            <Headline
              headline={view.headline}
              {...said}
              onShowGroup={(group) => {
                list.showGroup(group);
                found.current?.focus({ preventScroll: true });
                if (found.current && scroller.current) bringToTop(found.current, scroller.current);
              }}
            >
              <TopicGrid {...said} onShowTopic={list.showTopic} />
            </Headline>
          )}
          {view.status.kind === 'ready' && (
            <ActionList
              actions={view.actions}
              sentences={sentences}
              requests={view.requests}
              gpc={view.gpc}
              sendsGpc={props.sendsGpc}
              coverageLow={coverageLow}
              onJumpToClause={props.onJumpToClause}
            />
          )}
          {view.topics.length > 0 && (
            <div class="found">
              <h2 class="part-title" id="found-title" ref={found} tabIndex={-1}>
                {text('found_title')}
              </h2>
              {view.strictness !== null && (
                <StrictnessChoice strictness={view.strictness} onStep={props.onStrictness} />
              )}
              {total > 0 && (
                <FindingFilter
                  topics={view.topics}
                  filter={list.filter}
                  matches={list.findings.length}
                  searchRef={search}
                  onFilter={list.setFilter}
                />
              )}
              <EvidenceProvider value={cards}>
                <TopicList
                  {...list}
                  coverageLow={coverageLow}
                  activeFindingId={view.activeFindingId}
                  language={said.language}
                  sharedSection={shared}
                  onToggle={list.toggle}
                  onWhole={list.showWhole}
                  onJump={onJump}
                />
              </EvidenceProvider>
            </div>
          )}
          {view.topics.length > 0 && (
            <HonestyFooter rests={restsOn(view)} onKeys={() => setHelping(true)} />
          )}
        </div>
        {helping ? (
          <KeyHelp onClose={() => setHelping(false)} />
        ) : (
          <ReadingStrip
            topics={view.topics}
            spot={along.spot}
            language={said.language}
            onOpen={props.onOpenFinding}
          />
        )}
      </div>
      {settings.minimap && (
        <Minimap
          topics={view.topics}
          along={along}
          activeFindingId={view.activeFindingId}
          onShow={onFocusFinding}
        />
      )}
    </section>
  );
}
