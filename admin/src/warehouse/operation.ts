/** Reasons that the server writes itself, as texts; what people wrote stays as it is. */
export const reasonKey = (reason: string): { key: string; args?: object } => {
  const [, check] = /^inventory check (\d+)$/.exec(reason) ?? [];
  if (check) return { key: 'warehouse.reason.inventory', args: { id: check } };
  const [, number] = /^order (.+)$/.exec(reason) ?? [];
  if (number) return { key: 'warehouse.reason.order', args: { number } };
  const key = OWN[reason];
  return key ? { key } : { key: reason };
};

const OWN: Record<string, string> = {
  'opening balance': 'warehouse.reason.opening',
  cost_price: 'resources.warehouse.fields.cost_price',
  retail_price: 'resources.warehouse.fields.retail_price',
};
