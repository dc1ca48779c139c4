// What somebody who uses the API writes: wrong paths, fields and answers do not compile.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

const client = createClient<paths>({ baseUrl: "https://api.example" });

export async function place(order: components["schemas"]["NewOrder"], key: string): Promise<string> {
  const { data, error } = await client.POST("/api/v1/orders/with-items", {
    params: { header: { "Idempotency-Key": key } },
    body: order,
  });
  if (!data) throw new Error(error.detail);
  return `${data.number} ${data.status} ${data.total / 100}`;
}

export async function names(): Promise<string[]> {
  const { data } = await client.GET("/api/v1/products/", { params: { query: { type: "vitrina", limit: 5 } } });
  return data?.items.map((product) => product.name) ?? [];
}

export async function stop(run: number): Promise<string | undefined> {
  const { data } = await client.POST("/api/v1/sync/runs/{id}/stop", { params: { path: { id: run } } });
  return data?.phase;
}
