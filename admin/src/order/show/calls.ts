import { answer, api } from '../../api/client';
import { once } from '../../api/once';
import type { Order } from '../types';

const at = ({ id }: Order) => ({ path: { order_id: id } });

export const cancel = (order: Order, reason: string) =>
  once({ cancel: order.id, reason }, (key) =>
    answer(
      api.POST('/api/v1/orders/{order_id}/cancel', {
        params: { ...at(order), header: { 'Idempotency-Key': key } },
        body: { reason },
      }),
    ),
  );

export const remove = (order: Order) => answer(api.DELETE('/api/v1/orders/{order_id}', { params: at(order) }));

export const take = (order: Order) => answer(api.POST('/api/v1/orders/{order_id}/take', { params: at(order) }));

export const sayProblem = (order: Order, reason: string | null) =>
  answer(api.POST('/api/v1/orders/{order_id}/problem', { params: at(order), body: { reason } }));

export const assignResponsible = (order: Order, responsible_id: number | null) =>
  answer(api.PATCH('/api/v1/orders/{order_id}/assign-responsible', { params: at(order), body: { responsible_id } }));

export const assignCourier = (order: Order, courier_id: number | null) =>
  answer(api.PATCH('/api/v1/orders/{order_id}/assign-courier', { params: at(order), body: { courier_id } }));

export const addNote = (order: Order, text: string) =>
  answer(api.POST('/api/v1/orders/{order_id}/notes', { params: at(order), body: { text } }));

export const removeNote = (order: Order, note_id: number) =>
  answer(api.DELETE('/api/v1/orders/{order_id}/notes/{note_id}', { params: { path: { order_id: order.id, note_id } } }));

export const removePhoto = (order: Order) =>
  answer(api.DELETE('/api/v1/orders/{order_id}/photo', { params: at(order) }));

export const addItem = (order: Order, product_id: number, quantity: number, special_requests: string | null) => {
  const body = { product_id, quantity, special_requests };
  return once({ addTo: order.id, ...body }, (key) =>
    answer(
      api.POST('/api/v1/orders/{order_id}/items', {
        params: { ...at(order), header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
};
