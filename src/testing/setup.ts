import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// jsdom has no layout, so nothing can be scrolled.
Element.prototype.scrollIntoView = () => undefined;
