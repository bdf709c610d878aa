import type { Id } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type Tender = AnswerOf<'/api/tenders', 'get'>['tenders'][number];
export type Freight = AnswerOf<'/api/freight', 'get'>['freight'][number];
export type Invoice = AnswerOf<'/api/freight-invoices', 'get'>['invoices'][number];
export type Claim = AnswerOf<'/api/claims', 'get'>['claims'][number];
export type Share = AnswerOf<'/api/savings', 'get'>['shares'][number];
export type Rule = AnswerOf<'/api/savings', 'get'>['rules'][number];

export const tendersQuery = queryOptions({
  queryKey: ['tenders'],
  queryFn: async () => (await answered(api.GET('/api/tenders'))).tenders,
});
export const freightQuery = queryOptions({
  queryKey: ['freight', 'accrued'],
  queryFn: async () => (await answered(api.GET('/api/freight'))).freight,
});
export const invoicesQuery = queryOptions({
  queryKey: ['freight', 'invoices'],
  queryFn: async () => (await answered(api.GET('/api/freight-invoices'))).invoices,
});
export const claimsQuery = queryOptions({
  queryKey: ['claims'],
  queryFn: async () => (await answered(api.GET('/api/claims'))).claims,
});
export const savingsQuery = queryOptions({
  queryKey: ['savings'],
  queryFn: () => answered(api.GET('/api/savings')),
});

export const openTender = (body: BodyOf<'/api/tenders', 'post'>) => answered(api.POST('/api/tenders', { body }));
export const answerTender = (id: Id, body: BodyOf<'/api/tenders/{id}/answer', 'post'>) =>
  answered(api.POST('/api/tenders/{id}/answer', { params: { path: { id } }, body }));
export const awardTender = (id: Id, carrier: Id) =>
  answered(api.POST('/api/tenders/{id}/award', { params: { path: { id } }, body: { carrier } }));
export const sendInvoice = (body: BodyOf<'/api/freight-invoices', 'post'>) =>
  answered(api.POST('/api/freight-invoices', { body }));
export const decideInvoice = (id: Id, body: BodyOf<'/api/freight-invoices/{id}/decision', 'post'>) =>
  answered(api.POST('/api/freight-invoices/{id}/decision', { params: { path: { id } }, body }));
export const settleClaim = (id: Id, body: BodyOf<'/api/claims/{id}/settlement', 'post'>) =>
  answered(api.POST('/api/claims/{id}/settlement', { params: { path: { id } }, body }));
export const raiseClaim = (body: BodyOf<'/api/claims', 'post'>) => answered(api.POST('/api/claims', { body }));
export const proposeRule = (body: BodyOf<'/api/share-rules', 'post'>) =>
  answered(api.POST('/api/share-rules', { body }));
export const answerRule = (id: Id, answer: 'accepted' | 'rejected') =>
  answered(api.POST('/api/share-rules/{id}/answer', { params: { path: { id } }, body: { answer } }));
