import { expect, it } from 'vitest';

import { byField, problemOf } from './problem';

const said = (status: number, body: object) => problemOf(Response.json(body, { status }));

it('puts what is wrong with a field where the form has the field', async () => {
  const errors = { name: ['Missing data for required field.'], 'items.0.quantity': ['Not a valid integer.'] };
  const problem = await said(422, { detail: 'Some fields are wrong', errors, request_id: 'r1' });
  expect(problem.message).toBe('Some fields are wrong');
  expect(problem.body).toEqual({
    errors: { name: 'Missing data for required field.', items: { 0: { quantity: 'Not a valid integer.' } } },
    all: ['Missing data for required field.', 'Not a valid integer.'],
    requestId: 'r1',
  });
});

it('has no errors of fields where the answer has none, so that react-admin shows the detail', async () => {
  expect((await said(409, { detail: 'Somebody else changed it meanwhile' })).body).not.toHaveProperty('errors');
});

it('understands an answer that is not ours', async () => {
  const problem = await problemOf(new Response('<html>Bad gateway</html>', { status: 502 }));
  expect([problem.status, problem.message]).toEqual([502, 'app.error.http.server']);
});

it('tells a sentence with a value as a text with an argument', () => {
  const message = '@@react-admin@@{"message":"server.between","args":{"min":"1","max":"100"}}';
  const errors = { limit: ['Must be greater than or equal to 1 and less than or equal to 100.'] };
  expect(byField(errors)).toEqual({ limit: message });
});
