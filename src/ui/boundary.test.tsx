import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Boundary } from './boundary.tsx';

afterEach(() => vi.restoreAllMocks());

function Broken(): never {
  throw new Error('a record without segments');
}

it('a screen that cannot be drawn says so, and that what was saved is safe', () => {
  // React reports what it caught; here it is expected.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <Boundary>
      <Broken />
    </Boundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('What was shown as saved is safe.');
  expect(screen.getByText('a record without segments')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeEnabled();
});
