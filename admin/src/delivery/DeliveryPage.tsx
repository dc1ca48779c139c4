import { useState } from 'react';

import { Sections } from '../ui/Sections';
import { CheckSection } from './CheckSection';
import { PriceSection } from './PriceSection';
import { SlotsSection } from './SlotsSection';
import { FIRST } from './terms';
import { TermsSection } from './TermsSection';
import { WordsSection } from './WordsSection';

const DeliveryPage = () => {
  const [terms, setTerms] = useState(FIRST);
  return (
    <Sections title="delivery.menu">
      <TermsSection terms={terms} onChange={setTerms} />
      <PriceSection type={terms.delivery_type} />
      <SlotsSection terms={terms} />
      <div style={{ display: 'grid', gap: 16 }}>
        <WordsSection terms={terms} />
        <CheckSection terms={terms} />
      </div>
    </Sections>
  );
};

export default DeliveryPage;
