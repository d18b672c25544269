import { useEffect, useRef } from 'react';
import { readerMessages as words } from '../../messages/reader.ts';
import { suggestMessages } from '../../messages/suggest.ts';
import type { Annotation } from '../../model/records.ts';
import type { Offer } from '../../suggest/offers.ts';
import type { Stretch } from '../../text/stretch.ts';
import { spanOf } from '../../workspace/cursor.ts';
import { type Offers as Open, offerName, openOffers, takenTogether } from '../../workspace/offers.ts';
import { layoutOf } from '../../workspace/open-layout.ts';
import { writable } from '../../workspace/session.ts';
import type { Session } from '../../workspace/state.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './offers.module.css';
import { rangesOf } from './offsets.ts';
import { type Place, type Places, placed } from './places.ts';
import { showBeforePaint } from './show-before-paint.ts';

// As many as fit the width of the article; the list has the rest.
const shown = 3;
const shortLength = 40;
// Three lines of the article, in pixels.
const farBelow = 100;

/** What can be taken after a tag, in a strip directly below it; the focus stays where it is. */
export function Offers({ places }: { readonly places: Places }) {
  const open = useWorkspaceState(openOffers);
  const canWrite = useWorkspaceState(writable);
  const mode = useWorkspaceState(({ session }) => session.mode.kind);
  const strip = useRef<HTMLDivElement>(null);
  const offering = useWorkspaceState(({ session }) => session.offering);
  const isThere = open !== null;
  const sentences = useWorkspaceState((state) => layoutOf(state)?.sentences);
  const left = useWorkspaceState(({ session }) => open !== null && isLeft(open, session));
  useEffect(() => {
    // Offers for a tag at the foot of the window would be offered to nobody.
    if (offering && isThere) return showBeforePaint(() => strip.current);
  }, [offering, isThere]);
  if (!open || !canWrite || mode !== 'reading' || (open.target !== null && open.offers.length === 0)) return null;
  const last = lastLine(open, places, sentences);
  if (!last) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press here must not take the focus from the text
    <div
      ref={strip}
      className={styles.strip}
      data-left={left ? '' : undefined}
      style={left ? undefined : { top: last.top + last.height + 10 }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className={styles.offers} role="group" aria-label={words.offersFor(shortOf(open, places))}>
        {open.target ? <ForTag offers={open.offers} target={open.target} /> : <ForQuotation offers={open.offers} />}
      </div>
    </div>
  );
}

/** The line below which the strip stands: the one where the sentence ends, which mostly says who speaks, or the tag's own where that is far below. */
function lastLine({ stretches }: Open, places: Places, sentences: readonly Stretch[] = []): Place | undefined {
  const lines = (parts: readonly Stretch[]) =>
    placed(
      places,
      parts.flatMap((stretch) => rangesOf(places.article, stretch)).flatMap((range) => [...range.getClientRects()]),
    );
  const own = lines(stretches).at(-1);
  const start = stretches.at(-1)?.end ?? 0;
  const rest = sentences.find((sentence) => sentence.start < start && start < sentence.end);
  const end = rest && lines([{ start, end: rest.end }]).at(-1);
  return own && end && end.top - own.top < farBelow ? end : own;
}

/** True where somebody reads on elsewhere: the strip then goes to the foot and lies over no words that are being read. */
function isLeft({ target, stretches }: Open, { selected, cursor }: Session): boolean {
  if (target !== null && selected === target.id) return false;
  const span = cursor && spanOf(cursor);
  return span !== null && !stretches.some(({ start, end }) => span.start <= end && start <= span.end);
}

function shortOf({ stretches, target }: Open, { article }: Places): string {
  const text = target ? target.segments[0].exact : (article.textContent ?? '').slice(stretches[0]?.start, stretches[0]?.end);
  return text.length > shortLength ? `${text.slice(0, shortLength)}…` : text;
}

function ForTag({ offers, target }: { readonly offers: readonly Offer[]; readonly target: Annotation }) {
  const workspace = useWorkspace();
  const together = takenTogether(offers).length;
  // Who only speaks close by stands in the list; here they would push aside what a rule speaks for.
  const likely = offers.filter(({ rule }) => rule !== 'near');
  return (
    <>
      {(likely.length > 0 ? likely : offers).slice(0, shown).map((offer, index) => (
        <button
          key={`${offer.kind} ${offer.words} ${offer.name}`}
          type="button"
          className={styles.offer}
          onClick={() => workspace.perform('take-offer', { index: offers.indexOf(offer) })}
        >
          <span>
            <bdi>{offerName(offer)}</bdi>
            {index === 0 ? <KeyCap action="take-offer" /> : null}
          </span>
          <small>{reasonOf(offer)}</small>
        </button>
      ))}
      <div className={styles.more}>
        {together > 1 ? (
          <button type="button" className={styles.plain} onClick={() => workspace.perform('take-offers')}>
            {words.offerAll(together)}
            <KeyCap action="take-offers" />
          </button>
        ) : null}
        {target.type === 'source' ? null : (
          <button type="button" className={styles.plain} onClick={() => workspace.perform('link-speaker')}>
            {words.offerList}
            <KeyCap action="link-speaker" />
          </button>
        )}
        <button type="button" className={styles.plain} aria-label={words.offerClose} onClick={() => workspace.perform('close-offers')}>
          <KeyCap action="step-out" />
        </button>
      </div>
    </>
  );
}

function ForQuotation({ offers }: { readonly offers: readonly Offer[] }) {
  const workspace = useWorkspace();
  const together = takenTogether(offers);
  const speaker = together.find(({ kind }) => kind === 'speaker');
  const relays = together.flatMap((offer) => (offer.kind === 'relay' ? [offer.words] : []));
  const choices = [
    ...(speaker ? [{ what: 'speaker', label: words.quoteSaidBy(speaker.words, []), key: 'take-offer' }] : []),
    ...(speaker && relays.length > 0 ? [{ what: 'all', label: words.quoteSaidBy(speaker.words, relays), key: 'take-offers' }] : []),
    { what: 'quote', label: words.quoteAlone, key: null },
  ];
  return choices.map(({ what, label, key }) => (
    <button key={what} type="button" className={styles.offer} onClick={() => workspace.perform('take-quotation', { what })}>
      <span>
        <bdi>{label}</bdi>
        {key === null ? null : <KeyCap action={key} />}
      </span>
    </button>
  ));
}

const reasonOf = ({ rule, kind, words: text, cue }: Offer): string =>
  kind === 'identity'
    ? suggestMessages.because(cue)
    : suggestMessages.rules[rule].replace(/SOURCE|RELAY/u, () => (text === '' ? '…' : text));
