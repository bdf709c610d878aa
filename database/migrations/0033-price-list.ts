/** One price list: what carriers agreed on for tours stands beside their rates for whole trucks and part loads. */
export const priceListTables = `
  alter table network_rates rename to price_list;
  insert into price_list (owner, id, customer, kind, name, currency, valid_from, valid_to, terms, confirmed, audience, sequence)
    select carrier, id, owner, 'tour', name, currency, valid_from, valid_to,
      json_strip_nulls(json_build_object('vehicleType', vehicle_type, 'perTour', per_tour, 'perKm', per_km, 'perHour', per_hour,
        'perStop', per_stop, 'minimum', minimum, 'fuelSurchargePercent', fuel_surcharge_percent)),
      confirmed, audience, sequence
    from tariff on conflict do nothing;
  drop table tariff
`;
