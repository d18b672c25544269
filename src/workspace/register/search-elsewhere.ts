import type { Annotation, Article } from '../../model/records.ts';
import { placesOf } from '../../model/views/same-words.ts';
import type { Host } from '../host.ts';
import { inReadingOrder, newestText, openArticle } from '../session.ts';
import { type Place, untaggedPlaces } from './places.ts';
import type { Elsewhere } from './register-state.ts';
import { showRegister } from './show.ts';

/** Looks for the words of a tag in the newest texts of all other articles, and shows what comes as it comes. Stops when another tag is selected or the panel is left. */
export async function searchElsewhere(host: Host, annotation: Annotation): Promise<void> {
  const { project } = host.state.getState();
  let elsewhere: Elsewhere = { annotation: annotation.id, places: [], whole: false };
  showRegister(host, { elsewhere });
  for (const article of inReadingOrder([...project.articles.values()])) {
    if (article.id === openArticle(host.state.getState())?.id) continue;
    const places = await placesIn(host, article, annotation);
    // Nobody waits any more.
    if (host.state.getState().register.elsewhere !== elsewhere) return;
    if (places.length === 0) continue;
    elsewhere = { ...elsewhere, places: [...elsewhere.places, ...places] };
    showRegister(host, { elsewhere });
  }
  showRegister(host, { elsewhere: { ...elsewhere, whole: true } });
}

async function placesIn(host: Host, article: Article, annotation: Annotation): Promise<Place[]> {
  const text = newestText(article);
  const content = await host.store.loadText(text);
  if (content === null || placesOf(annotation.segments[0].exact, content).length === 0) return [];
  const { annotations } = await host.store.loadTags(text);
  const inSet = annotations.filter(({ set }) => set === annotation.set);
  return untaggedPlaces(annotation, article, text, content, inSet);
}
